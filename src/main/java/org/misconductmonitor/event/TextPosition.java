package org.misconductmonitor.event;

/**
 * A place in a text, as editors count it.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record TextPosition(int line, int column) {
    /** @param before how many characters (code points) of the text lie before it */
    public static TextPosition behind(String text, int before) {
        int line = 1;
        int column = 1;
        int end = text.offsetByCodePoints(0, Math.min(before, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            boolean carriage = text.charAt(i) == '\r' && !text.startsWith("\n", i + 1);
            if (carriage || text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new TextPosition(line, column);
    }
}
