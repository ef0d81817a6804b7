package org.misconductmonitor.topology;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * How far the monitor has come with a subject.
 *
 * @param rules version of the rules that its alerts were last computed with
 * @param tenantRules of those rules, version of the ones on tenants that its facts were last told to
 * @param now time up to which deadlines have been told; {@link Instant#MIN} if none ever was
 * @param wakeAt when to look at the subject again, at the latest when something falls due; null if nothing will
 */
record Snapshot(String rules, String tenantRules, Instant now, Instant wakeAt) {
    private static final String SEPARATOR = "|";

    /** Of a subject of which nothing is stored. */
    static final Snapshot NONE = new Snapshot("", "", Instant.MIN, null);

    Snapshot at(Instant time, Instant nextWakeAt) {
        return new Snapshot(rules, tenantRules, time, nextWakeAt);
    }

    byte[] encode() {
        String text = String.join(
                SEPARATOR,
                rules,
                tenantRules,
                now.equals(Instant.MIN) ? "" : now.toString(),
                wakeAt == null ? "" : wakeAt.toString());
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Snapshot decode(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\|", -1);
        return new Snapshot(
                parts[0],
                parts[1],
                parts[2].isEmpty() ? Instant.MIN : Instant.parse(parts[2]),
                parts[3].isEmpty() ? null : Instant.parse(parts[3]));
    }
}
