package org.misconductmonitor.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Reports of hotlines, and what became of them. */
final class Reports {
    private record Report(String tenantId, String reportId) {}

    private Reports() {}

    static List<Item> items(Snapshot snapshot, Query query) {
        Set<Report> investigated = reports(snapshot, EventType.INVESTIGATION_OPENED, Field.FROM_REPORT_ID);
        Set<Report> closed = reports(snapshot, EventType.REPORT_CLOSED, Field.REPORT_ID);
        return snapshot.facts(EventType.HOTLINE_REPORT).stream()
                .map(known -> {
                    Report report = report(known, Field.REPORT_ID);
                    String outcome = investigated.contains(report)
                            ? "INVESTIGATED"
                            : closed.contains(report) ? "CLOSED" : Dimension.OPEN;
                    return Source.item(known).with(Dimension.REPORT_OUTCOME, outcome);
                })
                .toList();
    }

    private static Set<Report> reports(Snapshot snapshot, EventType type, Field field) {
        return snapshot.facts(type).stream()
                .filter(known -> known.fact().text(field) != null)
                .map(known -> report(known, field))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Report report(Known known, Field field) {
        return new Report(known.fact().event().tenantId(), known.fact().text(field));
    }
}
