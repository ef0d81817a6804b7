package org.misconductmonitor.hostile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.misconductmonitor.event.Rejection.Reason.KEY_MISMATCH;
import static org.misconductmonitor.event.Rejection.Reason.NOT_AVRO_FRAME;
import static org.misconductmonitor.event.Rejection.Reason.NULL_KEY;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.DeadLetters;
import org.misconductmonitor.topology.MonitorTopic;

/** Good values with keys and headers that are not. */
final class Envelopes {
    private Envelopes() {}

    static void into(Records records) {
        Records.FEEDS.forEach(topic -> keys(records, topic));
        byte[] lookAlike = {(byte) 0xFF};
        var record = Records.good(MonitorTopic.ALLEGATIONS, "a key that looks like the officer");
        record.put("officerId", "\uFFFD");
        records.add(
                "a key that looks like the officer",
                MonitorTopic.ALLEGATIONS,
                lookAlike,
                records.frame(record),
                KEY_MISMATCH);
        headers(records);
    }

    private static void keys(Records records, MonitorTopic topic) {
        String officer = Records.officer(topic);
        Map<String, byte[]> wrong = new LinkedHashMap<>();
        wrong.put("an empty key", new byte[0]);
        wrong.put("another key", "another".getBytes(UTF_8));
        wrong.put("the key of the tenant", "tenant".getBytes(UTF_8));
        wrong.put("a key with NUL behind", (officer + "\u0000").getBytes(UTF_8));
        wrong.put("a key with a byte order mark", ("\uFEFF" + officer).getBytes(UTF_8));
        wrong.put("a key in UTF-16", officer.getBytes(UTF_16BE));
        wrong.put("a key in quotes", ("\"" + officer + "\"").getBytes(UTF_8));
        wrong.put("a key that is no text", new byte[] {(byte) 0xFF, (byte) 0xFE});
        wrong.put("a key of a megabyte", "k".repeat(900_000).getBytes(UTF_8));
        byte[] value = records.frame(Records.good(topic, "of a wrong key"));
        records.add("no key", topic, null, value, NULL_KEY);
        records.add("neither key nor Avro", topic, null, new byte[] {1, 2, 3}, NOT_AVRO_FRAME);
        wrong.forEach((name, key) -> records.add(name, topic, key, value, KEY_MISMATCH));
    }

    private static void headers(Records records) {
        List<Header> forged = new ArrayList<>();
        for (String name : List.of(
                DeadLetters.REASON,
                DeadLetters.FIELD,
                DeadLetters.PUBLISHER,
                DeadLetters.TIMESTAMP,
                DeadLetters.REPLAYED,
                DeadLetters.MESSAGE,
                DeadLetters.TOPIC,
                DeadLetters.PARTITION,
                DeadLetters.OFFSET)) {
            forged.add(new RecordHeader(name, "forged\n\u0000".getBytes(UTF_8)));
        }
        List<Header> empty = forged.stream()
                .<Header>map(header -> new RecordHeader(header.key(), null))
                .toList();
        List<Header> many = IntStream.range(0, 5_000)
                .<Header>mapToObj(i -> new RecordHeader("h" + i, new byte[] {1}))
                .toList();
        both(records, "forged headers", forged);
        both(records, "forged headers without values", empty);
        both(records, "five thousand headers", many);
        both(records, "a header of half a megabyte", List.of(new RecordHeader("big", new byte[500_000])));
        both(records, "a header without a name", List.of(new RecordHeader("", new byte[] {1})));
        both(records, "a header of controls", List.of(new RecordHeader("\u0000\n\u001B[2J", new byte[] {0})));
        both(records, "a header twice", List.of(new RecordHeader("a", null), new RecordHeader("a", new byte[0])));
    }

    private static void both(Records records, String name, List<Header> headers) {
        MonitorTopic topic = MonitorTopic.ALLEGATIONS;
        byte[] good = records.frame(Records.good(topic, name));
        records.add(name + ", else good", topic, Records.key(topic), good, headers, Records.expected(null));
        Reason reason = NOT_AVRO_FRAME;
        records.add(name + " on garbage", topic, Records.key(topic), new byte[] {1}, headers, Records.expected(reason));
    }
}
