package org.misconductmonitor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.PublishedRules;

/** How to read what lies in each store. One thread at a time. */
final class StoredForms {
    private final Map<String, BiConsumer<String, byte[]>> readers = new HashMap<>();

    StoredForms() {
        AlertCodec alerts = new AlertCodec();
        ContributionAvro contributions = new ContributionAvro();
        values(Names.OFFICER_EVENTS, EventCodec::decode);
        values(Names.OFFICER_SNAPSHOT, Snapshot::decode);
        values(Names.TENANT_SNAPSHOT, Snapshot::decode);
        values(Names.STANDING_ALERTS, alerts::decode);
        values(Names.TENANT_ALERTS, alerts::decode);
        values(Names.ALERT_LIVES_STORE, alerts::decode);
        values(Names.TENANT_FACTS, contributions::decode);
        values(Names.ACCOUNTING, Tally::check);
        values(Names.LIFE_NOTES, LifeNotes::check);
        values(Names.DUE_TIMES, StoredForms::nothing);
        values(Names.TENANT_DUE_TIMES, StoredForms::nothing);
        values(Names.LIFE_TIMES, StoredForms::nothing);
        readers.put(Names.RULES, StoredForms::rule);
    }

    private void values(String store, Consumer<byte[]> reader) {
        readers.put(store, (key, value) -> reader.accept(value));
    }

    private static void nothing(byte[] value) {
        if (value.length > 0) {
            throw new IllegalArgumentException("the key should say everything, but a value goes with it");
        }
    }

    private static void rule(String id, byte[] text) {
        if (text.length > 0) {
            PublishedRules.read(id, new String(text, UTF_8), WorkingCalendar.WEEKDAYS);
        }
    }

    /** Whether there is anything to be known about values of the store. */
    boolean knows(String store) {
        return readers.containsKey(store);
    }

    /**
     * Throws whatever reading it throws, if this release cannot.
     *
     * @param key as it lies in the changelog
     */
    void read(String store, byte[] key, byte[] value) {
        readers.get(store).accept(new String(key, UTF_8), value);
    }
}
