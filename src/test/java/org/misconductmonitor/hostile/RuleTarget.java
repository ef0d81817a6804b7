package org.misconductmonitor.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleProblem;
import org.misconductmonitor.rule.file.RuleText;

/**
 * The loader of rules: rules that can be evaluated, and that are the same when they have been published and read again;
 * or a list of what is wrong, each with its line and column.
 */
public final class RuleTarget implements Target {
    private static final int LONGEST = 4_000;

    @Override
    public String verdict(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            LoadedRules loaded = RuleFiles.read(List.of(new RuleText("f", text)));
            Evaluators.of(loaded.rules());
            loaded.documents().forEach(RuleTarget::publish);
            return loaded.rules() + said(loaded.warnings(), text);
        } catch (RuleFileException e) {
            if (e.problems().isEmpty()) {
                throw new AssertionError("refused, and nobody knows why");
            }
            return said(e.problems(), text);
        }
    }

    /** What stands alone in a file goes to the monitor and back. */
    private static void publish(RuleDocument document) {
        RuleVersion version = PublishedRules.of(document, null, Instant.EPOCH, null);
        PublishedRules.check(version);
        if (!PublishedRules.read(version.ruleId(), version.yaml(), Calendars.shipped())
                .equals(document.rule())) {
            throw new AssertionError("another rule after publishing it");
        }
    }

    private static String said(List<RuleProblem> problems, String text) {
        problems.forEach(problem -> check(problem, text));
        return problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n"));
    }

    /** A place is in the text; only what is the fault of the whole file has none. */
    private static void check(RuleProblem problem, String text) {
        Messages.assertPlain(problem.toString(), LONGEST, "problem");
        int line = problem.place().line();
        int column = problem.place().column();
        boolean whole = problem.message().startsWith("holds no rule")
                || problem.message().startsWith("is longer than");
        long breaks = text.chars().filter(c -> c == '\n' || c == '\r').count();
        if (whole ? line != 0 : line < 1 || column < 1 || line > breaks + 2 || column > text.length() + 1) {
            throw new AssertionError("not a place: " + problem);
        }
        if (column > problem.line().codePointCount(0, problem.line().length()) + 1) {
            throw new AssertionError("not the line of that place: " + problem);
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        DefaultPack.texts().forEach(text -> seeds.add(text.text().getBytes(StandardCharsets.UTF_8)));
        for (String odd :
                List.of("", "{{{{", "id: \u0000", "a: &a [*a]", "? : -", "id: a\n---\n...\n%YAML 9", "\uFEFFid: x")) {
            seeds.add(odd.getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }
}
