package org.misconductmonitor.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.privacy.KeyVault;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.Holdings;
import org.misconductmonitor.topology.Names;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.Traces;
import org.misconductmonitor.topology.TransactionalIds;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Erases a person: the record, by an event under each of the person's keys; the texts, by destroying their keys. */
public final class Erasure {
    private static final Duration POLL = Duration.ofMillis(500);

    private final MonitorConfig config;
    private final KeyVault vault;
    private final Holdings holdings;
    private final ConfiguredSerdes serdes;
    private final String id = "erasure-" + UUID.randomUUID();

    /** @param holdings what is held on the person */
    public Erasure(MonitorConfig config, KeyVault vault, Holdings holdings) {
        this.config = config;
        this.vault = vault;
        this.holdings = holdings;
        this.serdes = ConfiguredSerdes.from(config.passThrough().serdes());
    }

    /**
     * Erases. Doing it again does no harm: after a failure it is done again.
     *
     * @param reason a code
     * @param actor who does it, or null
     * @return how many keys were destroyed
     */
    public int execute(String reason, String actor, Instant now) {
        String tenantId =
                holdings.events().stream().map(Event::tenantId).findFirst().orElse(Event.DEFAULT_TENANT);
        try (Publisher publisher = new Publisher(
                config.topics().catalog(),
                ClientProperties.producer(config),
                serdes,
                TransactionalIds.imports(config.applicationId()) + id)) {
            holdings.keys().forEach(key -> publisher.publish(erased(key, tenantId, reason, until(now))));
            publisher.commit();
        }
        int destroyed = 0;
        for (String key : holdings.keys()) {
            destroyed += vault.destroy(Subject.ofOfficer(key).storeKey()) ? 1 : 0;
        }
        try (AuditLog log = new AuditLog(config.topics().catalog(), ClientProperties.producer(config), serdes)) {
            for (String key : holdings.keys()) {
                int records = (int) holdings.events().stream()
                        .filter(event -> key.equals(event.officerId()))
                        .count();
                log.write(new AuditEntry(
                        id + "-" + key,
                        AuditEntry.Operation.ERASURE,
                        now,
                        actor,
                        tenantId,
                        key,
                        "record",
                        records,
                        reason));
            }
        }
        return destroyed;
    }

    /** Publishers' clocks may be ahead by up to a day. */
    private Instant until(Instant now) {
        return holdings.events().stream()
                .map(Event::at)
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now)
                .plus(1, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.MICROS);
    }

    private Event erased(String key, String tenantId, String reason, Instant until) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_ID, id);
        fields.put(Field.EVENT_TYPE, EventType.ERASED.name());
        fields.put(Field.TENANT_ID, tenantId);
        fields.put(Field.OFFICER_ID, key);
        fields.put(Field.AT, until);
        fields.put(Field.REASON, reason);
        return EventBuilder.of(fields);
    }

    /**
     * Waits until the monitor has forgotten the record, and the rules on the tenant have.
     *
     * @return whether the record is forgotten; what may be left elsewhere is in {@link #left}
     */
    public boolean awaitForgotten(Duration patience) throws InterruptedException {
        Traces traces = traces();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            boolean forgotten =
                    traces.months(config.applicationId(), id) == holdings.keys().size();
            boolean told =
                    traces.changelog(config.applicationId(), Names.TENANT_FACTS).records() == 0;
            if (forgotten && told || System.nanoTime() > end) {
                return forgotten;
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** What can still be found, by topic: the erasure itself and what nobody can read any more, if all is well. */
    public Map<String, Traces.Found> left() {
        Traces traces = traces();
        Map<String, Traces.Found> found = new LinkedHashMap<>();
        for (Feed feed : Feed.values()) {
            found.put(config.topics().catalog().name(EventAvro.topic(feed)), traces.events(feed));
        }
        found.put("reviews", traces.reviews());
        found.put("alerts", traces.alerts());
        found.put("handovers", traces.handovers());
        found.put("contributions", traces.contributions());
        found.put("dead letters", traces.deadLetters());
        found.put("standing alerts", traces.standingAlerts());
        for (String store : new String[] {
            Names.OFFICER_EVENTS,
            Names.STANDING_ALERTS,
            Names.ALERT_LIVES_STORE,
            Names.LIFE_TIMES,
            Names.TENANT_FACTS,
            Names.TENANT_ALERTS
        }) {
            found.put("state: " + store, traces.changelog(config.applicationId(), store));
        }
        return found;
    }

    private Traces traces() {
        return new Traces(
                ClientProperties.consumer(config), config.topics().catalog(), serdes.deserializer(), holdings.keys());
    }
}
