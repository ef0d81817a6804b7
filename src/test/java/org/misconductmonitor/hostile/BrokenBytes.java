package org.misconductmonitor.hostile;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.misconductmonitor.event.Rejection.Reason.NOT_AVRO_FRAME;
import static org.misconductmonitor.event.Rejection.Reason.NULL_VALUE;
import static org.misconductmonitor.event.Rejection.Reason.TRAILING_BYTES;
import static org.misconductmonitor.event.Rejection.Reason.TRUNCATED;
import static org.misconductmonitor.event.Rejection.Reason.UNDECODABLE;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.MonitorTopic;

/** Bytes that are no record: random, cut off, with lengths that lie. */
final class BrokenBytes {
    private static final int HEADER = 5;

    private BrokenBytes() {}

    static void into(Records records) {
        for (MonitorTopic topic : Records.FEEDS) {
            noFrames(records, topic);
            cut(records, topic, records.frame(Records.good(topic, "x")));
        }
        lies(records);
    }

    private static void noFrames(Records records, MonitorTopic topic) {
        records.value("no value", topic, null, NULL_VALUE);
        records.value("no byte", topic, new byte[0], NOT_AVRO_FRAME);
        records.value("one zero", topic, new byte[1], NOT_AVRO_FRAME);
        records.value("four zeros", topic, new byte[4], NOT_AVRO_FRAME);
        records.value("text", topic, "complaint,2013\u0000".getBytes(UTF_8), NOT_AVRO_FRAME);
        records.value("JSON", topic, "{\"eventType\":\"RECORDED\"}".getBytes(UTF_8), NOT_AVRO_FRAME);
        records.value("UTF-16", topic, "RECORDED".getBytes(UTF_16), NOT_AVRO_FRAME);
        records.value("an Avro file", topic, new byte[] {'O', 'b', 'j', 1, 0, 0, 0}, NOT_AVRO_FRAME);
        records.value("a single object", topic, new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8}, NOT_AVRO_FRAME);
        records.value("gzip", topic, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0}, NOT_AVRO_FRAME);
        for (int size : new int[] {7, 1_000, 100_000}) {
            byte[] random = new byte[size];
            new Random(size).nextBytes(random);
            random[0] = 1;
            records.value(size + " random bytes", topic, random, NOT_AVRO_FRAME);
        }
    }

    private static void cut(Records records, MonitorTopic topic, byte[] good) {
        records.value("nothing after the id", topic, Arrays.copyOf(good, HEADER), TRUNCATED);
        records.value("cut after a byte", topic, Arrays.copyOf(good, HEADER + 1), TRUNCATED);
        records.value("cut in the middle", topic, Arrays.copyOf(good, (good.length + HEADER) / 2), TRUNCATED);
        records.value("cut before the end", topic, Arrays.copyOf(good, good.length - 1), TRUNCATED);
        records.value("one byte more", topic, Arrays.copyOf(good, good.length + 1), TRAILING_BYTES);
        records.value("much more", topic, Arrays.copyOf(good, good.length + 100_000), TRAILING_BYTES);
        byte[] twice = ByteBuffer.allocate(good.length * 2).put(good).put(good).array();
        records.value("twice in one", topic, twice, TRAILING_BYTES);
        byte[] ones = good.clone();
        Arrays.fill(ones, HEADER, ones.length, (byte) 0xFF);
        records.value("nothing but ones", topic, ones, UNDECODABLE);
        byte[] zeros = Arrays.copyOf(good, HEADER + 4);
        Arrays.fill(zeros, HEADER, zeros.length, (byte) 0);
        records.value("a few zeros", topic, zeros, TRUNCATED);
    }

    /** An allegation begins: length of the eventId, the eventId, type, revision, supersedes or not, tenantId. */
    private static void lies(Records records) {
        lie(records, "an id of -1 bytes", 0, UNDECODABLE, 0x01);
        lie(records, "an id of 2 GB", 0, TRUNCATED, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F);
        lie(records, "an id of 8 EB", 0, TRUNCATED, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01);
        lie(records, "a length without end", 0, UNDECODABLE, fill(11, 0xFF));
        lie(records, "type -1", 2, UNDECODABLE, 0x01);
        lie(records, "type 63", 2, UNDECODABLE, 0x7E);
        lie(records, "type of 2 thousand million", 2, UNDECODABLE, 0xFE, 0xFF, 0xFF, 0xFF, 0x0F);
        lie(records, "a revision of 40 bits", 3, UNDECODABLE, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F);
        lie(records, "branch -1", 4, UNDECODABLE, 0x01);
        lie(records, "branch 2", 4, UNDECODABLE, 0x04);
        lie(records, "branch of 64 bits", 4, UNDECODABLE, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01);
        lie(records, "a number in more bytes than it needs", 3, null, 0x82, 0x80, 0x00);
    }

    private static int[] fill(int count, int value) {
        int[] filled = new int[count];
        Arrays.fill(filled, value);
        return filled;
    }

    /** Puts the bytes into the place of one. */
    private static void lie(Records records, String name, int at, Reason reason, int... bytes) {
        var record = Records.good(MonitorTopic.ALLEGATIONS, "x");
        record.put("eventId", "y");
        byte[] good = records.frame(record);
        ByteBuffer lie = ByteBuffer.allocate(good.length - 1 + bytes.length).put(good, 0, HEADER + at);
        for (int b : bytes) {
            lie.put((byte) b);
        }
        lie.put(good, HEADER + at + 1, good.length - HEADER - at - 1);
        records.value(name, MonitorTopic.ALLEGATIONS, lie.array(), reason);
    }
}
