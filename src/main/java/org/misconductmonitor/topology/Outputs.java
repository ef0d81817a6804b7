package org.misconductmonitor.topology;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.Handover;
import org.misconductmonitor.event.Subject;

/** Sends what the record decided on its way. */
final class Outputs {
    private final ProcessorContext<Object, Object> context;
    private final HandoverAvro handoverAvro = new HandoverAvro();
    private final ContributionAvro contributionAvro = new ContributionAvro();
    private final Combinations combinations = new Combinations();

    Outputs(ProcessorContext<Object, Object> context) {
        this.context = context;
    }

    /** Transitions that belong together, to those who keep the lives of alerts. */
    void alerts(Subject subject, List<Alert> alerts, long timestamp) {
        if (!alerts.isEmpty()) {
            context.forward(
                    new Record<>(subject, new LifeInput.AlertTransitions(alerts), timestamp), Names.ALERT_LIVES);
        }
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

    /** To the log of operations, if the event links an alias. */
    void combination(Arrival.Published arrival, Instant at) {
        combinations
                .of(arrival.event(), arrival.origin(), at)
                .ifPresent(entry -> context.forward(entry, Names.AUDIT_SINK));
    }

    void deadLetter(Record<byte[], byte[]> letter) {
        context.forward(letter, Names.DEAD_LETTERS_SINK);
    }
}
