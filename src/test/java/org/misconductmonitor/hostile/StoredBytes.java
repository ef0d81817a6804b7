package org.misconductmonitor.hostile;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;

/** Facts in the form in which they are stored, made by hand where no writer of ours would make them. */
final class StoredBytes {
    private static final int VERSION = 1;
    private static final int JOINED = 70;

    private StoredBytes() {}

    static byte[] good() {
        return EventCodec.encode(List.of(StoredFact.of(EventBuilder.of(Map.of(
                Field.EVENT_TYPE, "JOINED",
                Field.EVENT_ID, "e",
                Field.OFFICER_ID, "officer",
                Field.AT, Instant.EPOCH)))));
    }

    static byte[] atTheEndOfTime() {
        ByteArrayOutputStream bytes = begun();
        bytes.write(2 << 1);
        id(bytes);
        bytes.write(Field.AT.id());
        // Whole seconds, as many as 60 bits can count.
        bytes.writeBytes(new byte[] {-3, -1, -1, -1, -1, -1, -1, -1, 127});
        return bytes.toByteArray();
    }

    /** A fact that was handed over so many times. */
    static byte[] hops(int count) {
        ByteArrayOutputStream bytes = begun();
        bytes.write(2 << 1 | 1);
        id(bytes);
        bytes.write(Field.AT.id());
        bytes.write(0);
        for (int i = 0; i < count; i++) {
            text(bytes);
            bytes.write(0);
            text(bytes);
            bytes.write(i + 1 < count ? 1 : 0);
        }
        return bytes.toByteArray();
    }

    private static ByteArrayOutputStream begun() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(VERSION);
        bytes.write(1);
        bytes.write(JOINED);
        return bytes;
    }

    private static void id(ByteArrayOutputStream bytes) {
        bytes.write(Field.EVENT_ID.id());
        text(bytes);
    }

    private static void text(ByteArrayOutputStream bytes) {
        bytes.write(1 << 2);
        bytes.write('e');
    }
}
