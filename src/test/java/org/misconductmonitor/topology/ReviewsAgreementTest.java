package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.ReferenceLife;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.rule.file.BankHolidays;

/** What readers of the alerts topic see of the lives of alerts is what the reference works out. */
class ReviewsAgreementTest {
    private static final int STEPS = 60;
    private static final int OFFICERS = 3;
    private static final Duration QUIET = TaskClock.QUIET.plusSeconds(1);

    @TempDir
    private Path stateDir;

    private final Map<String, ReferenceLife> references = new HashMap<>();
    private final Map<String, Alert> read = new LinkedHashMap<>();
    private final List<Integer> recorded = new ArrayList<>();

    static LongStream seeds() {
        return LongStream.range(0, 12);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldShowReadersTheLivesOfTheReference(long seed) {
        Random random = new Random(seed);
        Reviewing desk = new Reviewing(stateDir, DrivenTopology.START);
        try {
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(3) == 0 || read.isEmpty()) {
                    facts(random, desk);
                } else {
                    act(random, desk);
                }
                desk.advance(random.nextInt(4) == 0 ? Duration.ofHours(random.nextInt(200) + 1L) : QUIET);
                read(desk);
                assertAgreed(desk, step);
            }
            assertThat(read).isNotEmpty();
        } finally {
            desk.topology().close();
        }
    }

    private void facts(Random random, Reviewing desk) {
        int number = recorded.isEmpty() || random.nextInt(4) > 0
                ? recorded.size()
                : recorded.get(random.nextInt(recorded.size()));
        String officer = "O" + number % OFFICERS;
        String date = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(700)).toString();
        if (number == recorded.size()) {
            recorded.add(number);
            desk.recorded(officer, number, date);
        } else {
            desk.withdrawn(officer, number, date);
        }
        List<Alert> revisions = desk.read();
        List<Alert> transitions = revisions.stream()
                .filter(alert -> alert.notice().change() == Notice.Change.FACTS)
                .toList();
        reference(officer).facts(transitions, desk.topology().now());
        revisions.forEach(this::take);
    }

    private void act(Random random, Reviewing desk) {
        Alert alert = List.copyOf(read.values()).get(random.nextInt(read.size()));
        ReviewAction.Kind[] kinds = ReviewAction.Kind.values();
        int revision = Math.max(1, alert.revision() - random.nextInt(random.nextInt(3) == 0 ? 4 : 1));
        ReviewAction action = desk.action(alert, revision, kinds[random.nextInt(kinds.length)]);
        String expected =
                reference(alert.subject().id()).act(action, desk.topology().now());

        assertThat(desk.act(action)).isEqualTo(expected);
        read(desk);
    }

    private void read(Reviewing desk) {
        desk.read().forEach(this::take);
    }

    private void take(Alert alert) {
        read.put(alert.alertId(), alert);
        reference(alert.subject().id()).published(alert);
    }

    private ReferenceLife reference(String officer) {
        return references.computeIfAbsent(officer, name -> new ReferenceLife(BankHolidays.calendar()));
    }

    private void assertAgreed(Reviewing desk, int step) {
        references.forEach((officer, reference) -> {
            List<String> shown = read.values().stream()
                    .filter(alert -> alert.subject().id().equals(officer))
                    .map(ReferenceLife::line)
                    .sorted()
                    .toList();
            assertThat(shown)
                    .as("step " + step)
                    .isEqualTo(reference.lives(desk.topology().now()));
            assertThat(reference.isRead()).isTrue();
        });
    }
}
