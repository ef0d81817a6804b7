package org.misconductmonitor.endtoend;

import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** What an analyst and an operator have to work with: rules, one of them on trial, officers with peers, dead letters. */
final class AnalystStory {
    static final String STRICTER = """
            id: repeat
            title: Repeated
            kind: threshold
            count: allegations
            window: P10Y
            levels: [ { level: AMBER, at: 2 } ]
            """;
    static final LoadedRules RULES = RuleFiles.read(List.of(new RuleText("rules.yaml", """
            id: repeat
            title: Repeated
            kind: threshold
            count: allegations
            window: P10Y
            levels: [ { level: AMBER, at: 3 } ]
            ---
            id: on-trial
            title: Tried out
            kind: threshold
            status: shadow
            count: cases
            window: P1Y
            levels: [ { level: INFO, at: 2 } ]
            ---
            id: peers
            title: More than peers
            kind: peer
            peers: [force]
            count: allegations
            window: P10Y
            floor: 2
            group: 3
            levels: [ { level: RED, at: 60 } ]
            """)));

    private AnalystStory() {}

    /** Two of them are dead letters: they lie in the future. */
    static List<Event> events() {
        return List.of(
                joined("anna", "North"),
                joined("bert", "North"),
                joined("carl", "North"),
                recorded("anna", 1, "2020-01-01", ",'force':'North','category':'J'"),
                recorded("anna", 2, "2020-03-01", ",'force':'North','category':'J'"),
                recorded("anna", 3, "2020-08-01", ",'force':'North','category':'K'"),
                recorded("bert", 1, "2020-01-01", ",'force':'North','category':'J'"),
                recorded("dora", 1, "2021-01-01", ",'force':'South','category':'J'"),
                recorded("dora", 2, "2021-12-01", ",'force':'South','category':'K'"),
                recorded("late", 1, "2090-01-01", ""),
                recorded("late", 2, "2090-01-02", ""));
    }

    private static Event recorded(String officer, int number, String day, String more) {
        return event(
                "{'eventType':'RECORDED','eventId':'%1$s-%2$d','tenantId':'t','officerId':'%1$s','caseId':'%1$s-C%2$d','allegationId':'%1$s-L%2$d','recordedAt':'%3$sT00:00:00Z'%4$s}"
                        .formatted(officer, number, day, more));
    }

    private static Event joined(String officer, String force) {
        return event(
                "{'eventType':'JOINED','eventId':'%1$s-J','tenantId':'t','officerId':'%1$s','force':'%2$s','at':'2015-01-01T00:00:00Z'}"
                        .formatted(officer, force));
    }

    private static Event event(String json) {
        return EventJson.read(json.replace('\'', '"'));
    }
}
