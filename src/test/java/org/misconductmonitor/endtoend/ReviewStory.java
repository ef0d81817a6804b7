package org.misconductmonitor.endtoend;

import java.util.List;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** The rules of the alerts that reviewers act on in tests: about officers, and about a unit. */
final class ReviewStory {
    static final LoadedRules RULES = RuleFiles.read(List.of(new RuleText("rules.yaml", """
            id: repeat
            title: Repeated
            kind: threshold
            count: allegations
            window: P10Y
            levels: [ { level: AMBER, at: 2 } ]
            tests:
              - name: two
                events: [ { recordedAt: 2024-01-01 }, { recordedAt: 2024-06-01 } ]
                alerts: [ { level: AMBER, firedAt: 2024-06-01 } ]
            ---
            id: cluster
            title: Officers of one unit
            kind: cluster
            by: unit
            count: officers
            window: P12M
            levels: [ { level: RED, at: 2 } ]
            tests:
              - name: one officer is none
                events: [ { recordedAt: 2024-01-01, unit: u1 } ]
                alerts: []
            """)));

    private ReviewStory() {}
}
