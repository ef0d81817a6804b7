package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * How far the monitor has come with a subject.
 *
 * @param rules version of the rules that its alerts were last computed with
 * @param now time up to which deadlines have been told; {@link Instant#MIN} if none ever was
 * @param wakeAt when to look at the subject again, at the latest when something falls due; null if nothing will
 */
record Snapshot(String rules, Instant now, Instant wakeAt) {
    private static final String SEPARATOR = "|";

    /** Of a subject of which nothing is stored. */
    static final Snapshot NONE = new Snapshot("", Instant.MIN, null);

    byte[] encode() {
        String text =
                rules + SEPARATOR + (now.equals(Instant.MIN) ? "" : now) + SEPARATOR + (wakeAt == null ? "" : wakeAt);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Snapshot decode(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\|", -1);
        return new Snapshot(
                parts[0],
                parts[1].isEmpty() ? Instant.MIN : Instant.parse(parts[1]),
                parts[2].isEmpty() ? null : Instant.parse(parts[2]));
    }
}
