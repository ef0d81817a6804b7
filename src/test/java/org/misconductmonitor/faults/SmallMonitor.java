package org.misconductmonitor.faults;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.rule.RuleSet;

/** What a monitor without a broker says of records that it has been given: of all that there are, or of others. */
final class SmallMonitor {
    private static final String TOPIC = "allegations";

    private SmallMonitor() {}

    /** Thirty records: allegations against three officers, some withdrawn, one twice, the last one garbage. */
    static List<Arrived> records() {
        List<Arrived> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(record(records.size(), event("RECORDED", "e" + i, i)));
            if (i % 3 == 0) {
                records.add(record(records.size(), event("WITHDRAWN", "w" + i, i)));
            }
        }
        records.add(record(records.size(), event("RECORDED", "e1", 1)));
        records.add(new Arrived(TOPIC, 0, records.size(), new byte[] {'o'}, new byte[] {1}, null));
        return records;
    }

    private static Event event(String type, String id, int allegation) {
        return EventJson.read("""
                {"eventType":"%s","eventId":"%s","officerId":"o%d","caseId":"c%d","allegationId":"a%d","category":"X",
                "publisherId":"p","%s":"2010-01-%02dT00:00:00Z"}""".formatted(
                        type,
                        id,
                        allegation % 3,
                        allegation,
                        allegation,
                        type.equals("RECORDED") ? "recordedAt" : "at",
                        allegation + 1));
    }

    private static Arrived record(long offset, Event event) {
        return new Arrived(
                TOPIC,
                0,
                offset,
                event.officerId().getBytes(),
                EventJson.write(event).getBytes(),
                event);
    }

    /**
     * What it says.
     *
     * @param there what lies in the topic
     * @param processed what it has read, in its order
     */
    static Said said(RuleSet rules, List<Arrived> there, List<Arrived> processed) {
        Population population = new Population(rules);
        List<Alert> revisions = new ArrayList<>();
        for (Arrived record : processed) {
            if (record.event() != null) {
                revisions.addAll(
                        population.accept(record.event(), Instant.EPOCH).alerts());
            }
        }
        Map<String, Alert> latest = new LinkedHashMap<>();
        revisions.forEach(alert -> latest.put(alert.alertId(), alert));
        return new Said(
                there,
                List.of(action("a1"), action("a2")),
                revisions,
                List.copyOf(latest.values()),
                List.of(refused("a1"), refused("a2")),
                Oracle.garbage(processed),
                Account.of(processed),
                Oracle.statistics(processed));
    }

    static ReviewAction action(String id) {
        return new ReviewAction(
                id,
                "nothing",
                1,
                "o1",
                "default",
                ReviewAction.Kind.COMMENT,
                null,
                null,
                "words",
                null,
                null,
                null,
                "R1",
                Instant.EPOCH);
    }

    static ReviewOutcome refused(String id) {
        return new ReviewOutcome(id, "nothing", ReviewOutcome.Result.REFUSED, null, 0, LifeState.NEW);
    }
}
