package org.misconductmonitor.rule.file;

import java.util.Locale;
import java.util.Optional;
import org.misconductmonitor.event.TextPosition;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** What a YAML parser says, in words for people who do not write YAML every day. */
final class YamlErrors {
    private YamlErrors() {}

    /** Where the mend is to be made: what is never closed is shown where it opens. */
    static Optional<Mark> mark(MarkedYamlEngineException error) {
        String context = error.getContext() == null ? "" : error.getContext();
        return context.contains("quoted scalar") || context.contains("simple key")
                ? error.getContextMark().or(error::getProblemMark)
                : error.getProblemMark().or(error::getContextMark);
    }

    private static String opened(MarkedYamlEngineException error) {
        return error.getContextMark()
                .map(mark -> " (it opens in line " + (mark.getLine() + 1) + ")")
                .orElse("");
    }

    static String explain(MarkedYamlEngineException error) {
        String problem = error.getProblem() == null ? "" : error.getProblem();
        String context = error.getContext() == null ? "" : error.getContext();
        if (problem.contains("\\t") || problem.contains("TAB")) {
            return "a tab; YAML is indented with spaces: put two spaces instead";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a second ':' where only text is expected; put the text in quotes (title: \"Phase 1: repeat\"),"
                    + " or check the indentation of this line";
        }
        if (context.contains("quoted scalar")) {
            return "the quoted text that starts here is never closed; add the closing quote at its end";
        }
        if (context.contains("flow sequence")) {
            return "the list is not closed here" + opened(error)
                    + "; separate its values by commas and end it with ']'";
        }
        if (context.contains("flow mapping")) {
            return "the { ... } is not closed here" + opened(error)
                    + "; separate its keys by commas and end it with '}'";
        }
        if (problem.contains("could not find expected ':'") || context.contains("simple key")) {
            return "a key without ':'; write 'key: value'";
        }
        if (context.contains("block mapping")) {
            return "this line does not line up with the keys above; indent the keys of one rule equally";
        }
        if (context.contains("block collection")) {
            return "this line does not line up with the list above; start each entry with '- ' in one column";
        }
        return "not valid YAML: " + (context + " " + problem).strip();
    }

    /** Where, as far as the parser says; else where the text begins. */
    static TextPosition position(String text, YamlEngineException error) {
        return TextPosition.behind(text, error instanceof ReaderException reader ? reader.getPosition() : 0);
    }

    static String explain(YamlEngineException error) {
        if (error instanceof ReaderException reader) {
            return String.format(
                    Locale.ROOT,
                    "the character U+%04X may not stand in YAML; remove it or save the file as UTF-8",
                    reader.getCodePoint());
        }
        String message = error.getMessage();
        return "not valid YAML: "
                + (message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable"));
    }
}
