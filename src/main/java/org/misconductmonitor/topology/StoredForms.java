package org.misconductmonitor.topology;

import java.util.Map;
import java.util.function.Consumer;
import org.misconductmonitor.event.EventCodec;

/** How to read the values of those stores whose form may change from release to release. One thread at a time. */
final class StoredForms {
    private final AlertCodec alerts = new AlertCodec();
    private final ContributionAvro contributions = new ContributionAvro();
    private final Map<String, Consumer<byte[]>> readers = Map.of(
            Names.OFFICER_EVENTS, EventCodec::decode,
            Names.OFFICER_SNAPSHOT, Snapshot::decode,
            Names.TENANT_SNAPSHOT, Snapshot::decode,
            Names.STANDING_ALERTS, alerts::decode,
            Names.TENANT_ALERTS, alerts::decode,
            Names.ALERT_LIVES_STORE, alerts::decode,
            Names.TENANT_FACTS, contributions::decode);

    /** Whether there is anything to be known about values of the store. */
    boolean knows(String store) {
        return readers.containsKey(store);
    }

    /** Throws whatever reading it throws, if this release cannot. */
    void read(String store, byte[] value) {
        readers.get(store).accept(value);
    }
}
