package org.misconductmonitor.event.input;

import org.misconductmonitor.event.Rejection.Reason;

/** Faults of a line that are seen before its text is looked at. */
final class UnreadableLine {
    private UnreadableLine() {}

    /** What is wrong, or null. */
    static RejectedLine fault(LineSource lines) {
        if (lines.isTooLong()) {
            return new RejectedLine(lines.number(), null, Reason.TOO_LARGE, "a line may have 1 MiB");
        }
        if (!lines.isUtf8() || beginsWithNul(lines)) {
            return new RejectedLine(
                    lines.number(), null, Reason.NOT_UTF8, "save the file as UTF-8, not as Latin-1 or UTF-16");
        }
        return null;
    }

    /** UTF-16 without a mark, which JSON parsers would guess and read. */
    private static boolean beginsWithNul(LineSource lines) {
        byte[] bytes = lines.buffer();
        int start = lines.start();
        return lines.length() > 0 && bytes[start] == 0 || lines.length() > 1 && bytes[start + 1] == 0;
    }
}
