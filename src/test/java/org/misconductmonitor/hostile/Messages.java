package org.misconductmonitor.hostile;

/** What people and logs are told about hostile things: short, and nothing that a terminal would obey. */
public final class Messages {
    private Messages() {}

    /** @throws AssertionError if it is missing, too long, or holds a control character other than a line break */
    public static void assertPlain(String message, int longest, String what) {
        if (message == null || message.isBlank()) {
            throw new AssertionError(what + ": nothing is said");
        }
        if (message.length() > longest) {
            throw new AssertionError(what + ": " + message.length() + " characters are said");
        }
        for (int i = 0; i < message.length(); i++) {
            char c = message.charAt(i);
            if (Character.isISOControl(c) && c != '\n') {
                throw new AssertionError("%s: character %04x at %d is said".formatted(what, (int) c, i));
            }
        }
    }
}
