package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.input.AcceptedEvent;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;
import org.misconductmonitor.event.input.ReadEntry;
import org.misconductmonitor.rule.file.DefaultPack;

/** Ten years of closed cases are looked at again: everything comes late, in bulk, in no order, and more than once. */
class ReviewOperationTest {
    private static final Path STORY = Path.of("src/main/resources/golden/golden.jsonl.gz");
    private static final Set<EventType> REVIEW =
            Set.of(EventType.REVIEW_OPENED, EventType.REVIEW_RESULT, EventType.REOPENED, EventType.CASE_OPENED);

    @Test
    void shouldRaiseNothingTwiceWhenTheReviewIsSentAgain() throws IOException {
        List<Event> story = story();
        Population population = new Population(DefaultPack.load().rules());
        List<Alert> transitions = play(population, story, story.size());
        List<Alert> standing = population.standing();

        List<Event> again = new ArrayList<>(reviewed(story));
        again.addAll(again);
        Collections.shuffle(again, new Random(4));
        List<Alert> more = play(population, again, again.size());

        assertThat(reviewed(story)).hasSizeGreaterThan(4000);
        assertThat(transitions).hasSizeGreaterThan(4000);
        assertThat(more).isEmpty();
        assertThat(population.standing()).isEqualTo(standing);
    }

    @Test
    void shouldRaiseOnceWhatAReviewBringsLateAndInNoOrder() throws IOException {
        List<Event> story = story();
        Population inOrder = new Population(DefaultPack.load().rules());
        play(inOrder, story, story.size());

        List<Event> late = story.stream().filter(event -> !isReview(event)).collect(Collectors.toList());
        int onTime = late.size();
        List<Event> bulk = new ArrayList<>(reviewed(story));
        bulk.addAll(bulk);
        Collections.shuffle(bulk, new Random(4));
        late.addAll(bulk);
        Population reviewed = new Population(DefaultPack.load().rules());
        List<Alert> transitions = play(reviewed, late, onTime);

        assertThat(told(reviewed.standing())).hasSizeGreaterThan(4000).isEqualTo(told(inOrder.standing()));
        assertThat(raisedWhileStanding(transitions)).isEmpty();
    }

    /** What alerts say, whatever revision they have come to. */
    private static List<String> told(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> String.join(
                        " ",
                        alert.rule().id(),
                        alert.level(),
                        alert.subject().storeKey(),
                        alert.firedAt().toString(),
                        Integer.toString(alert.count()),
                        alert.evidence().toString()))
                .sorted()
                .toList();
    }

    /** Alerts that were raised although they stood already. */
    private static List<Alert> raisedWhileStanding(List<Alert> transitions) {
        Map<String, Alert> latest = new HashMap<>();
        List<Alert> twice = new ArrayList<>();
        for (Alert alert : transitions) {
            Alert before = latest.put(alert.alertId(), alert);
            if (alert.transition() == Alert.Transition.RAISED
                    && before != null
                    && before.transition() != Alert.Transition.WITHDRAWN) {
                twice.add(alert);
            }
        }
        return twice;
    }

    /** Lets time pass with the first so many events, and once more at the end. */
    private static List<Alert> play(Population population, List<Event> events, int inTime) {
        List<Alert> transitions = new ArrayList<>();
        Instant newest = Instant.MIN;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            newest = event.at().isAfter(newest) ? event.at() : newest;
            if (i < inTime) {
                transitions.addAll(population.advance(newest.minusNanos(1)));
            }
            transitions.addAll(population.accept(event, newest).alerts());
        }
        transitions.addAll(population.advance(newest));
        return transitions;
    }

    private static List<Event> reviewed(List<Event> story) {
        return story.stream().filter(ReviewOperationTest::isReview).toList();
    }

    private static boolean isReview(Event event) {
        return REVIEW.contains(event.type()) || event.text(Field.OPERATION) != null;
    }

    private static List<Event> story() throws IOException {
        List<Event> events = new ArrayList<>();
        try (EventReader reader = EventReaders.jsonLines(STORY)) {
            for (ReadEntry entry = reader.next(); entry != null; entry = reader.next()) {
                events.add(((AcceptedEvent) entry).event());
            }
        }
        return events;
    }
}
