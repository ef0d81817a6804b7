package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.misconductmonitor.alert.ReviewAction.Kind.ATTACH_STATEMENT;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.event.EventJson;

/** What an erasure leaves on the running topology: nothing but itself. */
class ErasureTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path stateDir;

    private Reviewing desk;

    @BeforeEach
    void start() {
        desk = new Reviewing(stateDir, START);
        desk.recorded("O", 1, "2026-01-01");
        desk.recorded("P", 2, "2026-01-01");
        assertThat(desk.act(desk.action(alertOf("O"), 1, ATTACH_STATEMENT))).isEqualTo("APPLIED");
    }

    @AfterEach
    void stop() {
        desk.topology().close();
    }

    @Test
    void shouldWithdrawTheAlertsAndSayNoMoreOfThem() {
        erase("2026-03-01");

        Alert alert = alertOf("O");
        assertThat(alert.transition()).isEqualTo(Alert.Transition.WITHDRAWN);
        assertThat(alert.reason()).isEqualTo("erased");
        assertThat(alert.evidence()).isEmpty();
        assertThat(alert.explanation()).isEmpty();
        assertThat(alert.life().state()).isEqualTo(LifeState.WITHDRAWN);
        assertThat(alert.life().statement()).isNull();
        assertThat(desk.topology().standingRows()).containsExactly(alertOf("P").alertId());
    }

    @Test
    void shouldLeaveNothingInTheStoresButTheErasureAndTheIdentityOfAlerts() {
        assertThat(ofOfficer()).anyMatch(entry -> entry.contains("HARASSMENT"));

        erase("2026-03-01");

        assertThat(ofOfficer())
                .allMatch(entry -> entry.contains("erasure")
                        || entry.startsWith(Names.OFFICER_SNAPSHOT)
                        || entry.contains(alertOf("O").alertId()))
                .noneMatch(entry -> entry.contains("HARASSMENT")
                        || entry.contains("C1")
                        || entry.contains("allegations")
                        || entry.contains("statement"));
        assertThat(desk.topology().stored()).anyMatch(entry -> entry.contains("HARASSMENT"));
    }

    @Test
    void shouldForgetWhatArrivesAgainAndTakeWhatIsNew() {
        erase("2026-03-01");
        String erased = alertOf("O").alertId();

        desk.recorded("O", 1, "2026-01-01");
        assertThat(desk.read()).isEmpty();

        desk.recorded("O", 3, "2026-03-02");
        assertThat(desk.read())
                .singleElement()
                .satisfies(alert -> assertThat(alert.alertId()).isNotEqualTo(erased))
                .satisfies(alert -> assertThat(alert.evidence()).hasSize(1));
    }

    @Test
    void shouldStayErasedWhenTheRecordIsBuiltAgain() {
        erase("2026-03-01");
        // Only one fact is kept in memory.
        desk.recorded("P", 4, "2026-02-01");
        desk.read();

        desk.recorded("O", 1, "2026-01-01");

        assertThat(desk.read()).isEmpty();
        assertThat(ofOfficer()).noneMatch(entry -> entry.contains("HARASSMENT"));
    }

    @Test
    void shouldTakeNoActionOnAForgottenAlert() {
        Alert before = alertOf("O");
        erase("2026-03-01");

        assertThat(desk.act(desk.action(before, before.revision(), ATTACH_STATEMENT)))
                .isEqualTo("REFUSED UNKNOWN_ALERT");
    }

    private void erase(String date) {
        desk.topology()
                .publish(EventJson.read(
                        "{\"eventType\":\"ERASED\",\"eventId\":\"erasure\",\"officerId\":\"O\",\"at\":\"%sT09:00:00Z\"}"
                                .formatted(date)));
    }

    private Alert alertOf(String officer) {
        return desk.latest().values().stream()
                .filter(alert -> alert.subject().id().equals(officer))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ofOfficer() {
        return desk.topology().stored().stream()
                .filter(entry -> entry.contains(" oO"))
                .toList();
    }
}
