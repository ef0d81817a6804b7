package org.misconductmonitor.hostile;

import static org.misconductmonitor.event.Rejection.Reason.UNDECODABLE;
import static org.misconductmonitor.event.Rejection.Reason.WRONG_RECORD;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.misconductmonitor.event.Rejection.Reason;
import org.misconductmonitor.topology.MonitorTopic;

/** Schemas that are small, and ask for the moon. */
final class SchemaBombs {
    private SchemaBombs() {}

    static void into(Records records) {
        bomb(records, "twice the one before, forty times", doubling(40), new byte[0], UNDECODABLE);
        bomb(records, "a chain of 300", chain(300), new byte[0], UNDECODABLE);
        bomb(records, "a chain of 40", chain(40), new byte[0], WRONG_RECORD);
        bomb(records, "20,000 fields", wide(20_000), new byte[0], UNDECODABLE);
        bomb(records, "a list without end", """
                {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]}]}""", twos(900_000), UNDECODABLE);
        bomb(records, "a list of 500", """
                {"type":"record","name":"Node","fields":[{"name":"next","type":["null","Node"]}]}""", list(500), WRONG_RECORD);
        bomb(records, "lists in lists without end", """
                {"type":"record","name":"Node","fields":[{"name":"next","type":{"type":"array","items":"Node"}}]}""", twos(900_000), UNDECODABLE);
        bomb(records, "half a million records of 900 nothings", holding(wide(900)), items(500_000), UNDECODABLE);
        bomb(records, "half a million nothings", holding("\"null\""), items(500_000), WRONG_RECORD);
        bomb(
                records,
                "a fixed of 2 GB",
                holding("{\"type\":\"fixed\",\"name\":\"F\",\"size\":2000000000}"),
                items(1),
                UNDECODABLE);
        bomb(records, "a record that holds itself", """
                {"type":"record","name":"Node","fields":[{"name":"next","type":"Node"}]}""", new byte[0], UNDECODABLE);
        bomb(records, "a class to make", """
                {"type":"record","name":"R","fields":[{"name":"f","type":{"type":"string","java-class":"java.net.URL"}}]}""", new byte[] {2, 'x'}, WRONG_RECORD);
        records.value(
                "no record but a text",
                MonitorTopic.ALLEGATIONS,
                Records.frame(records.schemas().id(Schema.create(Schema.Type.STRING)), new byte[] {2, 'x'}),
                UNDECODABLE);
    }

    private static void bomb(Records records, String name, String schema, byte[] payload, Reason reason) {
        int id = records.schemas().id(new Schema.Parser().parse(schema));
        records.value(name, MonitorTopic.ALLEGATIONS, Records.frame(id, payload), reason);
    }

    private static String doubling(int times) {
        String part = "\"null\"";
        for (int i = 0; i < times; i++) {
            part =
                    "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"a\",\"type\":%s},{\"name\":\"b\",\"type\":%s}]}"
                            .formatted(i, part, i == 0 ? "\"null\"" : "\"R" + (i - 1) + "\"");
        }
        return part;
    }

    /** Nested no deeper in its text than any parser takes: each record names the one after it. */
    private static String chain(int length) {
        String part = "\"null\"";
        for (int i = 0; i < length; i++) {
            part = "{\"type\":\"record\",\"name\":\"R%d\",\"fields\":[{\"name\":\"a\",\"type\":%s}]}"
                    .formatted(i, part);
        }
        return part;
    }

    private static String wide(int fields) {
        return IntStream.range(0, fields)
                .mapToObj(i -> "{\"name\":\"f" + i + "\",\"type\":\"null\"}")
                .collect(Collectors.joining(",", "{\"type\":\"record\",\"name\":\"Wide\",\"fields\":[", "]}"));
    }

    private static String holding(String items) {
        return """
                {"type":"record","name":"Holder","fields":[{"name":"all","type":{"type":"array","items":%s}},\
                {"name":"padding","type":"bytes"}]}""".formatted(items);
    }

    /** The claim of so many items, which take no byte each, and behind it as many bytes, for it to be believed. */
    private static byte[] items(int count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        number(bytes, count);
        bytes.write(0);
        number(bytes, count);
        bytes.writeBytes(new byte[count]);
        return bytes.toByteArray();
    }

    private static void number(ByteArrayOutputStream bytes, int number) {
        long left = (long) number << 1;
        while (left > 0x7F) {
            bytes.write((int) (left | 0x80));
            left >>>= 7;
        }
        bytes.write((int) left);
    }

    private static byte[] twos(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 2);
        return bytes;
    }

    private static byte[] list(int length) {
        byte[] bytes = twos(length + 1);
        bytes[length] = 0;
        return bytes;
    }
}
