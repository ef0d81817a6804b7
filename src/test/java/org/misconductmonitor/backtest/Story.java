package org.misconductmonitor.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** A short history, told day by day. */
public final class Story {
    private final List<Event> events = new ArrayList<>();
    private int number;

    public static RuleSet rules(String... yaml) {
        String text = Stream.of(yaml).collect(Collectors.joining("---\n"));
        return RuleFiles.read(List.of(new RuleText("rules.yaml", text))).rules();
    }

    /** Cases within a year, AMBER at the first number and RED at the second. */
    public static String threshold(String id, int amber, int red) {
        return """
                id: %s
                title: Cases in a year
                kind: threshold
                count: cases
                window: P365D
                levels: [{ level: AMBER, at: %d }, { level: RED, at: %d }]
                """.formatted(id, amber, red);
    }

    /** One allegation in a case of its own, all of one name. */
    public Story recorded(String officer, String name, String day) {
        return recorded(officer, name, name, day);
    }

    public Story recorded(String officer, String caseId, String allegation, String day) {
        return add(("{\"eventType\":\"RECORDED\",\"eventId\":\"%s\",\"officerId\":\"%s\",\"caseId\":\"%s\","
                        + "\"allegationId\":\"%s\",\"group\":\"SEXUAL\",\"recordedAt\":\"%sT00:00:00Z\"}")
                .formatted(allegation, officer, caseId, allegation, day));
    }

    public Story recordedIn(String unit, String officer, String name, String day) {
        return add(("{\"eventType\":\"RECORDED\",\"eventId\":\"%s\",\"officerId\":\"%s\",\"caseId\":\"%s\","
                        + "\"allegationId\":\"%s\",\"group\":\"SEXUAL\",\"unit\":\"%s\",\"recordedAt\":\"%sT00:00:00Z\"}")
                .formatted(name, officer, name, name, unit, day));
    }

    public Story finalised(String officer, String allegation, String day, String finding) {
        return add(("{\"eventType\":\"FINALISED\",\"eventId\":\"%s\",\"officerId\":\"%s\",\"allegationId\":\"%s\","
                        + "\"finding\":\"%s\",\"at\":\"%sT00:00:00Z\"}")
                .formatted(next(), officer, allegation, finding, day));
    }

    /** A fact of the allegation, such as WITHDRAWN or REOPENED. */
    public Story about(String type, String officer, String allegation, String day) {
        return add(
                "{\"eventType\":\"%s\",\"eventId\":\"%s\",\"officerId\":\"%s\",\"allegationId\":\"%s\",\"at\":\"%sT00:00:00Z\"}"
                        .formatted(type, next(), officer, allegation, day));
    }

    public Story left(String officer, String day) {
        return add(
                "{\"eventType\":\"LEFT\",\"eventId\":\"%s\",\"officerId\":\"%s\",\"reason\":\"RESIGNED\",\"at\":\"%sT00:00:00Z\"}"
                        .formatted(next(), officer, day));
    }

    public Story add(String json) {
        events.add(EventJson.read(json));
        return this;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    public History under(RuleSet rules) {
        return new Backtest(rules).run(events, null, () -> {});
    }

    private String next() {
        return "fact-" + ++number;
    }
}
