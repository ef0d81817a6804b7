package org.misconductmonitor.page;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes markup that is well-formed, and in which no text can become markup. */
public final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values in turn; a null value leaves the attribute out */
    public Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element opened last. */
    public Html close() {
        out.append("</").append(open.pop()).append(">\n");
        return this;
    }

    /** An element that can have no content. */
    public Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** Text, escaped. */
    public Html text(String text) {
        escape(text);
        return this;
    }

    /** An element with text only. */
    public Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Text of ours that must stay as it is: the style sheet. */
    public Html verbatim(String trusted) {
        out.append(trusted);
        return this;
    }

    /** Closes what is open. */
    public String end() {
        while (!open.isEmpty()) {
            close();
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                out.append(' ').append(attributes[i]).append("=\"");
                escape(attributes[i + 1]);
                out.append('"');
            }
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isText(c) ? c : 0xfffd);
            }
        });
    }

    /** What XML allows, without control characters and lone surrogates. */
    private static boolean isText(int c) {
        return c == '\n'
                || c == '\t'
                || c >= ' ' && (c < 0x7f || c > 0x9f) && !(c >= 0xd800 && c <= 0xdfff) && c != 0xfffe && c != 0xffff;
    }
}
