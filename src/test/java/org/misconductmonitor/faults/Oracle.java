package org.misconductmonitor.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.statistics.PublishedTable;
import org.misconductmonitor.statistics.StatisticsLedger;
import org.misconductmonitor.statistics.TableJson;

/** Works out from the committed input alone what a monitor must have said, and tells what it did not say so. */
final class Oracle {
    private Oracle() {}

    /**
     * Everything that is not as it must be; nothing for a good monitor.
     *
     * @param firedBy alerts that fired later are not compared: deadlines may pass while this is looked at
     */
    static List<String> differences(Said said, RuleSet rules, Instant firedBy) {
        Differences differences = new Differences();
        Collection<Alert> latest = RevisionsCheck.check(said.revisions(), differences);
        StandingCheck.check(said.input(), rules, latest, said.standing(), firedBy, differences);
        ReviewsCheck.check(said.actions(), said.outcomes(), said.revisions(), differences);
        differences.compare("accounts", Account.of(said.input()), said.accounts());
        differences.compare("dead letters", garbage(said.input()), said.deadLetters());
        differences.compare("statistics", statistics(said.input()), said.statistics());
        return differences.lines();
    }

    static List<String> garbage(List<Arrived> input) {
        return input.stream()
                .filter(record -> record.event() == null)
                .map(record -> record.topic() + "-" + record.partition() + "@" + record.offset())
                .toList();
    }

    static Map<String, JsonNode> statistics(List<Arrived> input) {
        List<Event> events =
                input.stream().map(Arrived::event).filter(Objects::nonNull).toList();
        StatisticsLedger ledger = new StatisticsLedger();
        events.forEach(ledger::accept);
        Instant newest = events.stream().map(Event::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        Map<String, JsonNode> tables = new TreeMap<>();
        for (PublishedTable table : Catalogue.tables()) {
            tables.put(table.id(), asRead(TableJson.write(table, ledger.answer(table.query(newest)))));
        }
        return tables;
    }

    /** As a client reads it, which knows no kinds of numbers. */
    private static JsonNode asRead(JsonNode written) {
        try {
            return new ObjectMapper().readTree(written.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
