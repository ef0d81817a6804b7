package org.misconductmonitor.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions;

/**
 * What became of the records of one publisher in one partition.
 *
 * @param read how many there were
 * @param accepted of these
 * @param duplicate of these
 * @param superseded of these
 * @param deadLettered of these
 * @param chain over all of them, in order, in hexadecimal digits
 */
record Account(long read, long accepted, long duplicate, long superseded, long deadLettered, String chain) {
    private static final Account EMPTY = new Account(0, 0, 0, 0, 0, "00".repeat(32));

    /** As the monitor tells them, by topic, partition and publisher; those of our input topics. */
    static Map<String, Account> told(JsonNode accounts, List<String> topics) {
        Map<String, Account> told = new TreeMap<>();
        accounts.get("items").forEach(item -> {
            String topic = item.get("topic").asText();
            if (topics.contains(topic)) {
                item.get("partitions")
                        .forEach(part -> told.put(
                                name(
                                        topic,
                                        part.get("partition").asInt(),
                                        item.get("publisher").asText()),
                                new Account(
                                        part.get("read").asLong(),
                                        part.get("accepted").asLong(),
                                        part.get("duplicate").asLong(),
                                        part.get("superseded").asLong(),
                                        part.get("deadLettered").asLong(),
                                        part.get("chain").asText())));
            }
        });
        return told;
    }

    /** Worked out from the records, one after another. */
    static Map<String, Account> of(List<Arrived> records) {
        Map<String, Account> accounts = new TreeMap<>();
        Map<List<Object>, Event> known = new HashMap<>();
        for (Arrived record : records) {
            String name = name(record.topic(), record.partition(), record.publisher());
            accounts.put(name, accounts.getOrDefault(name, EMPTY).with(record, known));
        }
        return accounts;
    }

    private static String name(String topic, int partition, String publisher) {
        return topic + "-" + partition + " " + publisher;
    }

    private Account with(Arrived record, Map<List<Object>, Event> known) {
        String next = link(record);
        if (record.event() == null) {
            return new Account(read + 1, accepted, duplicate, superseded, deadLettered + 1, next);
        }
        List<Object> identity = List.of(record.event().subject(), record.event().eventId());
        Event before = known.get(identity);
        EventRevisions.Verdict verdict =
                before == null ? EventRevisions.Verdict.REPLACES : EventRevisions.compare(before, record.event());
        return switch (verdict) {
            case DUPLICATE -> new Account(read + 1, accepted, duplicate + 1, superseded, deadLettered, next);
            case SUPERSEDED -> new Account(read + 1, accepted, duplicate, superseded + 1, deadLettered, next);
            case REPLACES -> {
                known.put(identity, record.event());
                yield new Account(read + 1, accepted + 1, duplicate, superseded, deadLettered, next);
            }
        };
    }

    private String link(Arrived record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(HexFormat.of().parseHex(chain));
            out.writeLong(record.offset());
            out.writeInt(record.key().length);
            out.write(record.key());
            out.writeInt(record.value().length);
            out.write(record.value());
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
