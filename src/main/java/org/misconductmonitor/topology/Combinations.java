package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Subject;

/**
 * Lines of the log of operations on data of several sources that is put together: what is known of an alias and of an
 * officer, and alerts with facts of several forces or tenants. They are written in the transaction that does it, and named
 * after what they tell of: where the state is made again, the same lines come again under the same ids.
 */
final class Combinations {
    private static final String MONITOR = "monitor";

    private final AuditAvro avro = new AuditAvro();

    /** @param at ingestion time of what made the revision */
    Optional<Record<String, Object>> of(Alert revision, Instant at) {
        boolean combines =
                revision.stands() && revision.notice().change() == Notice.Change.FACTS && hasSeveralSources(revision);
        return combines
                ? Optional.of(record(
                        revision.alertId() + "-" + revision.revision(),
                        MONITOR,
                        revision.tenantId(),
                        revision.subject().kind() == Subject.Kind.OFFICER
                                ? revision.subject().id()
                                : null,
                        "alert",
                        revision.alertId(),
                        revision.evidence().size(),
                        at))
                : Optional.empty();
    }

    /** @param at ingestion time of the event */
    Optional<Record<String, Object>> of(Event event, Origin origin, Instant at) {
        boolean combines = event.type() == EventType.ALIAS_LINKED && event.officerId() != null;
        return combines
                ? Optional.of(record(
                        origin.topic() + "-" + origin.partition() + "-" + origin.offset(),
                        origin.publisher(),
                        event.tenantId(),
                        event.officerId(),
                        "alias",
                        event.eventId(),
                        1,
                        at))
                : Optional.empty();
    }

    private static boolean hasSeveralSources(Alert alert) {
        Evidence first = null;
        for (Evidence fact : alert.evidence()) {
            if (first == null) {
                first = fact.force() == null ? null : fact;
            } else if (fact.force() != null
                    && !(fact.force().equals(first.force())
                            && tenant(alert, fact).equals(tenant(alert, first)))) {
                return true;
            }
        }
        return false;
    }

    private static String tenant(Alert alert, Evidence fact) {
        return Objects.requireNonNullElse(fact.tenantId(), alert.tenantId());
    }

    private Record<String, Object> record(
            String id,
            String actor,
            String tenantId,
            String officerId,
            String resource,
            String resourceId,
            int records,
            Instant at) {
        AuditEntry entry = new AuditEntry(
                id,
                AuditEntry.Operation.COMBINATION,
                at,
                actor,
                null,
                tenantId,
                officerId,
                resource,
                resourceId,
                records,
                null,
                null,
                List.of(),
                null);
        return new Record<>(officerId == null ? tenantId : officerId, avro.write(entry), at.toEpochMilli());
    }
}
