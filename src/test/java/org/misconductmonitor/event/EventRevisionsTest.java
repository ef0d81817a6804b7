package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.EventRevisions.Verdict;

class EventRevisionsTest {
    private static final Event FIRST = Events.recorded(Field.REVISION, 1);

    @Test
    void shouldKnowTheSameAgain() {
        assertThat(EventRevisions.compare(FIRST, Events.recorded(Field.REVISION, 1)))
                .isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void shouldPreferTheHigherRevisionWhateverTheOrder() {
        Event second = FIRST.with(Map.of(Field.REVISION, 2, Field.CATEGORY, "000"));
        assertThat(EventRevisions.compare(FIRST, second)).isEqualTo(Verdict.REPLACES);
        assertThat(EventRevisions.compare(second, FIRST)).isEqualTo(Verdict.SUPERSEDED);
    }

    @Test
    void shouldNotMistakeTextThatLooksLikeAnotherField() {
        Event a = FIRST.with(Map.of(Field.SOURCE, "x\nforce=y"));
        Event b = FIRST.with(Map.of(Field.SOURCE, "x", Field.FORCE, "y"));
        assertConflictIsSettledOneWay(a, b);
    }

    @Test
    void shouldSettleAConflictAboutAFieldThatTheTypeDoesNotNeed() {
        Event a = FIRST.with(Map.of(Field.AT, Instant.parse("2020-01-01T00:00:00Z")));
        Event b = FIRST.with(Map.of(Field.AT, Instant.parse("2021-01-01T00:00:00Z")));
        assertConflictIsSettledOneWay(a, b);
        assertConflictIsSettledOneWay(a, FIRST);
    }

    @Test
    void shouldLetTheSameVersionStandWhateverTheOrderOfArrival() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Event> versions = versions(random);
            Event expected = standing(versions);
            for (int i = 0; i < 5; i++) {
                Collections.shuffle(versions, random);
                assertThat(standing(versions).fields()).as("seed %s", seed).isEqualTo(expected.fields());
            }
        }
    }

    private static List<Event> versions(Random random) {
        List<Event> versions = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Event version =
                    Events.random(random).with(Map.of(Field.EVENT_ID, "e", Field.REVISION, random.nextInt(1, 3)));
            versions.add(version);
            versions.add(version.with(Map.of(Field.SOURCE, "s" + random.nextInt(3))));
        }
        return versions;
    }

    private static Event standing(List<Event> arrivals) {
        Event known = arrivals.get(0);
        for (Event arriving : arrivals) {
            known = EventRevisions.compare(known, arriving) == Verdict.REPLACES ? arriving : known;
        }
        return known;
    }

    private static void assertConflictIsSettledOneWay(Event a, Event b) {
        assertThat(List.of(EventRevisions.compare(a, b), EventRevisions.compare(b, a)))
                .containsExactlyInAnyOrder(Verdict.REPLACES, Verdict.SUPERSEDED);
    }
}
