package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.Handover;

/** Sends what the record decided to the sinks. */
final class Outputs {
    private final ProcessorContext<Object, Object> context;
    private final AlertAvro alertAvro = new AlertAvro();
    private final HandoverAvro handoverAvro = new HandoverAvro();
    private final ContributionAvro contributionAvro = new ContributionAvro();

    Outputs(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    void alerts(List<Alert> alerts, long timestamp) {
        alerts.forEach(alert -> alert(alert, timestamp));
    }

    void alert(Alert alert, long timestamp) {
        GenericData.Record value = alertAvro.write(alert);
        context.forward(new Record<>(alert.subject().id(), value, timestamp), Names.ALERTS_SINK);
        context.forward(new Record<>(alert.alertId(), value, timestamp), Names.STANDING_ALERTS_SINK);
    }

    void handovers(List<Handover> handovers, long timestamp) {
        for (Handover handover : handovers) {
            context.forward(
                    new Record<>(handover.toOfficerId(), handoverAvro.write(handover), timestamp),
                    Names.HANDOVERS_SINK);
        }
    }

    void contributions(List<Contribution> contributions, Instant knownAt) {
        for (Contribution contribution : contributions) {
            context.forward(
                    new Record<>(
                            contribution.tenantId(),
                            contributionAvro.write(contribution, knownAt),
                            knownAt.toEpochMilli()),
                    Names.CONTRIBUTIONS_SINK);
        }
    }

    void deadLetter(Record<byte[], byte[]> letter) {
        context.forward(letter, Names.DEAD_LETTERS_SINK);
    }
}
