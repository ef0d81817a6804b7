package org.misconductmonitor.rule.file;

import org.misconductmonitor.event.Texts;

/**
 * Something wrong, or doubtful, in a rule file.
 *
 * @param place where
 * @param message what is wrong and what to write instead
 * @param line the line it is in, as written; empty when the whole file is meant
 */
public record RuleProblem(Place place, String message, String line) {
    private static final int SHOWN = 120;

    public RuleProblem {
        message = Texts.printable(message);
    }

    /** {@code file:line:column: message}, and below it the line with a caret under the column. */
    @Override
    public String toString() {
        String head = place + ": " + message;
        return line.isBlank() ? head : head + "\n" + excerpt();
    }

    /** The line with a caret under the column; of a very long line the part around it. */
    public String excerpt() {
        int[] points = line.codePoints().toArray();
        int at = Math.min(Math.max(place.column() - 1, 0), points.length);
        int from = Math.max(0, Math.min(at - SHOWN / 2, points.length - SHOWN));
        int to = Math.min(points.length, from + SHOWN);
        StringBuilder text = new StringBuilder("    ");
        for (int i = from; i < to; i++) {
            text.appendCodePoint(Character.isISOControl(points[i]) ? ' ' : points[i]);
        }
        return text + "\n    " + " ".repeat(at - from) + "^";
    }
}
