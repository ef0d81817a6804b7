package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.PublishedAlert;

class AlertIndexTest {
    private final AlertIndex index = new AlertIndex();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldListAsOneThatSortsEverythingAnew(long seed) {
        Random random = new Random(seed);
        Map<String, PublishedAlert> latest = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            PublishedAlert alert =
                    SampleAlerts.published(0, i, "a" + random.nextInt(80), random.nextInt(40), 1 + random.nextInt(3));
            index.take(alert);
            latest.put(alert.alert().alertId(), alert);
        }

        List<String> expected = latest.values().stream()
                .sorted(Comparator.comparing(
                                (PublishedAlert alert) -> alert.alert().firedAt())
                        .reversed()
                        .thenComparing(alert -> alert.alert().alertId()))
                .map(alert -> alert.alert().alertId())
                .toList();
        List<String> listed = new ArrayList<>();
        AlertSort.Place after = null;
        for (List<AlertEntry> part = next(after); !part.isEmpty(); part = next(after)) {
            part.forEach(entry -> listed.add(entry.alertId()));
            after = AlertSort.FIRED_LATEST_FIRST.place(part.get(part.size() - 1));
        }
        assertThat(listed).isEqualTo(expected);
        assertThat(index.count(entry -> true)).isEqualTo(latest.size());
        latest.values().forEach(alert -> assertThat(
                        index.latest(index.get(alert.alert().alertId())))
                .isEqualTo(alert.alert()));
    }

    private List<AlertEntry> next(AlertSort.Place after) {
        return index.list(AlertSort.FIRED_LATEST_FIRST, after, entry -> true, 7);
    }

    @Test
    void shouldHideAnAlertForEverOnceItRestedOnCovertFacts() throws Exception {
        Caller reviewer = new Caller("r", Set.of(Role.REVIEWER), Reach.EVERYTHING);
        index.take(SampleAlerts.published(0, 0, "a", 1, 1));
        index.take(SampleAlerts.published(0, 1, "b", 1, 1));
        assertThat(index.get("a").isFor(reviewer)).isTrue();
        TopicPosition before = index.openPosition();

        index.take(covert(SampleAlerts.published(0, 2, "a", 1, 1)));
        index.take(SampleAlerts.published(0, 3, "a", 1, 1));

        assertThat(index.get("a").isFor(reviewer)).isFalse();
        assertThat(index.get("a").isFor(Caller.LOCAL)).isTrue();
        assertThat(index.get("b").isFor(reviewer)).isTrue();
        assertThat(index.openPosition()).isEqualTo(before).isNotEqualTo(index.position());
        assertThat(index.isCovert(SampleAlerts.published(0, 0, "a", 1, 1), System.nanoTime()))
                .as("its first revision too")
                .isTrue();
        assertThat(index.hasCovert("rule", Subject.ofOfficer("officer-a"))).isTrue();
        assertThat(index.hasCovert("rule", Subject.ofOfficer("officer-b"))).isFalse();
    }

    private static PublishedAlert covert(PublishedAlert published) {
        Alert a = published.alert();
        Alert covert = new Alert(
                a.alertId(),
                2,
                Alert.Transition.UPDATED,
                a.rule(),
                a.level(),
                a.levelIndex(),
                a.tenantId(),
                a.subject(),
                a.firedAt(),
                a.asOf(),
                a.count(),
                a.threshold(),
                a.windowStart(),
                a.windowEnd(),
                a.evidence(),
                a.explanation(),
                null,
                null,
                Handling.COVERT,
                null,
                null,
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
        return new PublishedAlert(published.partition(), published.offset(), published.publishedAt(), covert);
    }

    @Test
    void shouldKeepABoundedAmountOfEachAlert() {
        for (int i = 0; i < 3 * AlertEntry.MOST_REVISIONS; i++) {
            index.take(SampleAlerts.published(0, i, "a", 1, 1));
        }
        index.take(SampleAlerts.published(0, 5_000, "b", 1, 1_000));

        AlertEntry often = index.get("a");
        assertThat(often.offsets()).hasSize(AlertEntry.MOST_REVISIONS);
        assertThat(often.offset()).isEqualTo(3 * AlertEntry.MOST_REVISIONS - 1);
        assertThat(often.revisions()).isEqualTo(3 * AlertEntry.MOST_REVISIONS);
        assertThat(index.get("b").latest()).isNull();
    }
}
