package org.misconductmonitor.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;

/** Facts that have nothing in common but a key, and what is said of whom it names: small stories by hand, in any order. */
class LinkedPeopleTest {
    private final List<Event> events = new ArrayList<>();

    @Test
    void shouldCountUnderTheOfficerFromTheDateOfTheLink() {
        recorded("a1", "number7", "2020-01-10");
        recorded("a2", "number7", "2020-01-11");
        given("ALIAS_LINKED", "2020-03-01", "'officerId':'o1','alias':'number7'");

        assertThat(officers("2020-02-29")).hasToString("{number7=2}");
        assertThat(officers("2020-03-01")).hasToString("{o1=2}");
    }

    @Test
    void shouldCountUnderTheOfficerWhoHadTheNumberThen() {
        recorded("a1", "number7", "2020-01-10");
        recorded("a2", "number7", "2020-02-10");
        linked("number7", "o1", "2020-03-01", ",'endsAt':'2020-02-01T00:00:00Z'");
        linked("number7", "o2", "2020-03-02", ",'startsAt':'2020-02-01T00:00:00Z'");
        given("ALIAS_SPLIT", "2020-04-01", "'officerId':'number7','toOfficerId':'o2'");

        assertThat(officers("2020-03-01")).hasToString("{number7=1, o1=1}");
        assertThat(officers("2020-03-31")).hasToString("{o1=1, o2=1}");
        assertThat(officers("2020-04-01")).hasToString("{number7=1, o1=1}");
    }

    @Test
    void shouldFollowALinkToAnotherAlias() {
        recorded("a1", "video3", "2020-01-10");
        linked("video3", "number7", "2020-02-01", "");
        linked("number7", "o1", "2020-03-01", "");

        assertThat(officers("2020-02-01")).hasToString("{number7=1}");
        assertThat(officers("2020-03-01")).hasToString("{o1=1}");
    }

    @Test
    void shouldFollowAReassignmentToAnAlias() {
        recorded("a1", "o1", "2020-01-10");
        given("REASSIGNED", "2020-02-01", "'officerId':'o1','allegationId':'a1','toOfficerId':'number7'");
        given("ALIAS_LINKED", "2020-03-01", "'officerId':'o2','alias':'number7'");

        assertThat(officers("2020-02-01")).hasToString("{number7=1}");
        assertThat(officers("2020-03-01")).hasToString("{o2=1}");
    }

    @Test
    void shouldForgetALinkThatAnotherFactTakesThePlaceOf() {
        recorded("a1", "number7", "2020-01-10");
        linked("number7", "o1", "2020-02-01", "");
        linked("number7", "o2", "2020-03-01", ",'supersedes':'e1'");
        given("WITHDRAWN", "2020-04-01", "'officerId':'number7','supersedes':'e2'");

        assertThat(officers("2020-02-01")).hasToString("{o1=1}");
        assertThat(officers("2020-03-01")).hasToString("{o2=1}");
        assertThat(officers("2020-04-01")).hasToString("{number7=1}");
    }

    @Test
    void shouldMoveNoFactOfTheOfficerWhomAnAliasNames() {
        recorded("a1", "o1", "2020-01-10");
        recorded("a2", "o2", "2020-01-10");
        linked("number7", "o1", "2020-02-01", "");
        linked("number7", "o2", "2020-02-02", "");

        assertThat(officers("2020-03-01")).hasToString("{o1=1, o2=1}");
    }

    private TreeMap<String, Long> officers(String day) {
        Query query = Query.of(Measure.OFFICER_ALLEGATIONS, Instant.parse(day + "T00:00:00Z"))
                .by(Dimension.OFFICER);
        TreeMap<String, Long> officers = told(Golden.ledger(events).answer(query));
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            List<Event> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            StatisticsLedger ledger = new StatisticsLedger();
            for (Event event : shuffled) {
                ledger.accept(event);
                ledger.answer(query);
            }
            assertThat(told(ledger.answer(query))).as("%s", shuffled).isEqualTo(officers);
        }
        return officers;
    }

    private static TreeMap<String, Long> told(Table table) {
        TreeMap<String, Long> officers = new TreeMap<>();
        table.lines()
                .forEach(line -> officers.put(line.group().get(0), line.total().count()));
        return officers;
    }

    private void linked(String alias, String officer, String day, String validity) {
        given("ALIAS_LINKED", day, "'officerId':'" + alias + "','toOfficerId':'" + officer + "'" + validity);
    }

    private void recorded(String allegationId, String officerId, String day) {
        event("'eventType':'RECORDED','officerId':'" + officerId + "','allegationId':'" + allegationId
                + "','recordedAt':'" + day + "T00:00:00Z'");
    }

    private void given(String type, String day, String fields) {
        event("'eventType':'" + type + "','at':'" + day + "T00:00:00Z'," + fields);
    }

    private void event(String fields) {
        String json = "{'eventId':'e" + events.size() + "'," + fields + "}";
        events.add(EventJson.read(json.replace('\'', '"')));
    }
}
