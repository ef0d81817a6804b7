package org.misconductmonitor.query;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.PublishedAlert;

/** Revisions of alerts with little in them. */
final class SampleAlerts {
    static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private SampleAlerts() {}

    /** @param day after {@link #START} on which it fired */
    static PublishedAlert published(int partition, long offset, String alertId, int day, int facts) {
        Instant at = START.plusSeconds(86_400L * day);
        List<Evidence> evidence = IntStream.range(0, facts)
                .mapToObj(i -> new Evidence("a" + i, "c", alertId + "-" + i, at, null, "SEXUAL", "North", null, null))
                .toList();
        Alert alert = new Alert(
                alertId,
                1,
                Alert.Transition.RAISED,
                new Alert.RuleRef("rule", "v", "Rule", false),
                "RED",
                0,
                "tenant",
                Subject.ofOfficer("officer-" + alertId),
                at,
                at,
                facts,
                1,
                START,
                at,
                evidence,
                "because",
                null,
                null,
                Handling.OPEN,
                null,
                null,
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
        return new PublishedAlert(partition, offset, START.plusSeconds(offset), alert);
    }
}
