package org.misconductmonitor.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random transitions, actions and times: the lives are those that the reference works out. */
class LivesAgreementTest {
    private static final int STEPS = 120;

    private final ReferenceLife reference = new ReferenceLife(Lives.CALENDAR);
    private final Map<String, Alert> read = new HashMap<>();
    private final List<ReviewAction> sent = new ArrayList<>();
    private AlertLives lives = Lives.none();
    private Instant now = Lives.START;

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldAgreeWithTheReference(long seed) {
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofHours(random.nextInt(3) == 0 ? random.nextInt(200) : 0));
            if (random.nextInt(10) == 0) {
                lives = new AlertLives(Lives.POLICY, lives.latest());
            }
            if (random.nextInt(3) == 0 || read.isEmpty()) {
                facts(random);
            } else {
                act(random);
            }
            if (random.nextBoolean()) {
                now = now.plus(Duration.ofHours(random.nextInt(100)));
                read(lives.advance(now));
            }
            assertThat(shown()).as("step " + step).isEqualTo(reference.lives(now));
        }
    }

    private void facts(Random random) {
        List<Alert> batch = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> transition(random))
                .toList();
        reference.facts(batch, now);
        read(lives.take(batch, now));
    }

    private Alert transition(Random random) {
        int level = random.nextInt(3);
        int sure = random.nextInt(4);
        String[] cases = IntStream.range(0, 4)
                .filter(i -> i == sure || random.nextBoolean())
                .mapToObj(i -> random.nextInt(8) == 0 ? null : "C" + i)
                .toArray(String[]::new);
        Alert.Transition transition = random.nextInt(3) > 0
                ? Alert.Transition.UPDATED
                : random.nextBoolean() ? Alert.Transition.WITHDRAWN : Alert.Transition.RESOLVED;
        return Lives.handled(
                Lives.alert("a" + level + random.nextInt(2), level, transition, cases),
                random.nextInt(5) == 0 ? Handling.COVERT : Handling.OPEN);
    }

    private void act(Random random) {
        ReviewAction action =
                sent.isEmpty() || random.nextInt(8) > 0 ? action(random) : sent.get(random.nextInt(sent.size()));
        sent.add(action);
        String expected = reference.act(action, now);
        AlertLives.Review review = lives.act(action, false, now);
        read(review.revisions());
        Refusal refusal = review.outcome().refusal();
        assertThat(review.outcome().result() + (refusal == null ? "" : " " + refusal.reason()))
                .isEqualTo(expected);
        assertThat(review.outcome().revision())
                .isEqualTo(read.get(action.alertId()).revision());
    }

    private ReviewAction action(Random random) {
        Alert alert = List.copyOf(read.values()).get(random.nextInt(read.size()));
        ReviewAction.Kind[] kinds = ReviewAction.Kind.values();
        int revision = random.nextInt(20) == 0
                ? 1000
                : Math.max(1, alert.revision() - random.nextInt(random.nextBoolean() ? 4 : 1));
        return Lives.action(kinds[random.nextInt(kinds.length)], alert.alertId(), revision)
                .id("action " + sent.size())
                .outcome(LifeState.values()[LifeState.ACTION_TAKEN.ordinal() + random.nextInt(3)])
                .reason(random.nextInt(10) == 0 ? null : "because")
                .until(now.plus(Duration.ofHours(random.nextInt(300) - 10L)))
                .words("R" + random.nextInt(3))
                .done();
    }

    /** Every alert's numbers go up by one, whatever made them. */
    private void read(List<Alert> revisions) {
        for (Alert alert : revisions) {
            Alert before = read.put(alert.alertId(), alert);
            assertThat(alert.revision()).isEqualTo(before == null ? 1 : before.revision() + 1);
            reference.published(alert);
        }
        assertThat(reference.isRead()).isTrue();
    }

    private List<String> shown() {
        return read.values().stream().map(ReferenceLife::line).sorted().toList();
    }
}
