package org.misconductmonitor.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleProblem;
import org.misconductmonitor.rule.file.RuleTests;

/** What the rules commands print: lines for people, or one JSON object. */
final class RuleReport {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final ObjectNode object = JsonNodeFactory.instance.objectNode();

    RuleReport(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    static String counted(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    static String status(Rule rule) {
        return rule.status().name().toLowerCase(Locale.ROOT);
    }

    /** For people only. */
    void line(String text) {
        if (!json) {
            out.println(text);
        }
    }

    void rule(RuleDocument document) {
        Rule rule = document.rule();
        object.withArray("rules")
                .addObject()
                .put("id", rule.id())
                .put("version", rule.version())
                .put("title", rule.title())
                .put("kind", rule.condition().kind())
                .put("status", status(rule))
                .put("tests", document.tests().size())
                .put("file", document.place().file())
                .put("line", document.place().line());
    }

    void test(RuleDocument document, RuleTests.Result result) {
        ArrayNode differences = object.withArray("tests")
                .addObject()
                .put("ruleId", document.rule().id())
                .put("ruleVersion", document.rule().version())
                .put("name", result.name())
                .put("passed", result.passed())
                .putArray("differences");
        result.differences().forEach(differences::add);
    }

    void warnings(List<RuleProblem> warnings) {
        problems("warnings", warnings);
        if (!json) {
            warnings.forEach(warning -> err.println("warning: " + warning));
        }
    }

    void refused(RuleFileException error) {
        problems("errors", error.problems());
        if (!json) {
            err.println(error.getMessage());
            err.println(counted(error.problems().size(), "error") + "; no rule is loaded.");
        }
        end(false);
    }

    private void problems(String name, List<RuleProblem> problems) {
        ArrayNode array = object.withArray(name);
        for (RuleProblem problem : problems) {
            array.addObject()
                    .put("file", problem.place().file())
                    .put("line", problem.place().line())
                    .put("column", problem.place().column())
                    .put("message", problem.message());
        }
    }

    /** To be called last. */
    void end(boolean ok) {
        if (json) {
            out.println(object.put("ok", ok));
        }
        out.flush();
        err.flush();
    }
}
