package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** What is published of a population, and when. */
class TenantStateTest {
    private static final String TWO_OF_A_UNIT = """
            id: unit
            title: Two officers of a unit
            kind: cluster
            by: unit
            window: P1Y
            levels: [ { level: AMBER, at: 2 } ]
            """;
    private static final Cause CAUSE = new Cause(Instant.parse("2024-06-01T00:00:00Z"), "the rules changed");

    private final Map<String, Contribution> stored = new LinkedHashMap<>();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    private TenantState state(String rules) {
        RuleSet set = RuleFiles.read(List.of(new RuleText("rules.yaml", rules))).rules();
        return new TenantState("t", Evaluators.of(set), stored.values(), alerts.values(), Instant.MIN);
    }

    private Contribution fact(String eventId, String officer, String at, String outcome) {
        Event seen = EventBuilder.of(Map.of(
                Field.EVENT_TYPE,
                "RECORDED",
                Field.EVENT_ID,
                eventId,
                Field.TENANT_ID,
                "t",
                Field.OFFICER_ID,
                officer,
                Field.ALLEGATION_ID,
                "a-" + eventId,
                Field.UNIT,
                "u1",
                Field.RECORDED_AT,
                Instant.parse(at)));
        Subject subject = Subject.ofOfficer(officer);
        return new Contribution("t", subject, eventId, seen, outcome, "fact " + eventId + " changed");
    }

    private void take(TenantState state, Contribution contribution) {
        state.accept(contribution);
        stored.put(contribution.tenantKey(), contribution);
    }

    private List<Alert> settle(TenantState state) {
        List<Alert> published = state.settle(CAUSE);
        published.forEach(alert -> alerts.put(alert.alertId(), alert));
        return published;
    }

    @Test
    void shouldPublishOnceForABurst() {
        TenantState state = state(TWO_OF_A_UNIT);
        take(state, fact("e2", "o2", "2024-02-10T00:00:00Z", null));
        take(state, fact("e1", "o1", "2024-01-10T00:00:00Z", null));
        take(state, fact("e0", "o3", "2024-01-09T00:00:00Z", null));

        assertThat(state.standing()).isEmpty();
        assertThat(settle(state)).singleElement().satisfies(alert -> {
            assertThat(alert.transition()).isEqualTo(Alert.Transition.RAISED);
            assertThat(alert.revision()).isEqualTo(1);
            assertThat(alert.subject()).isEqualTo(new Subject(Subject.Kind.UNIT, "u1"));
            assertThat(alert.firedAt()).isEqualTo("2024-01-10T00:00:00Z");
            assertThat(alert.tenantId()).isEqualTo("t");
            assertThat(alert.explanation()).startsWith("Unit u1 reached AMBER").contains("2 officers within 1 year");
        });
        assertThat(settle(state)).isEmpty();
    }

    @Test
    void shouldShowALaterOutcomeWithoutFiringAnew() {
        TenantState state = state(TWO_OF_A_UNIT);
        take(state, fact("e1", "o1", "2024-01-10T00:00:00Z", null));
        take(state, fact("e2", "o2", "2024-02-10T00:00:00Z", null));
        take(state, fact("e3", "o2", "2024-03-10T00:00:00Z", null));
        settle(state);

        take(state, fact("e3", "o2", "2024-03-10T00:00:00Z", "PROVEN"));
        assertThat(settle(state)).isEmpty();
        take(state, fact("e1", "o1", "2024-01-10T00:00:00Z", "PROVEN"));
        assertThat(settle(state)).singleElement().satisfies(alert -> {
            assertThat(alert.transition()).isEqualTo(Alert.Transition.UPDATED);
            assertThat(alert.reason()).isEqualTo("fact e1 changed");
            assertThat(alert.evidence().get(0).outcome()).isEqualTo("PROVEN");
        });
    }

    @Test
    void shouldWithdrawWhatStoodOnAFactThatIsGone() {
        TenantState state = state(TWO_OF_A_UNIT);
        Contribution first = fact("e1", "o1", "2024-01-10T00:00:00Z", null);
        take(state, first);
        take(state, fact("e2", "o2", "2024-02-10T00:00:00Z", null));
        settle(state);

        state.accept(first.gone());
        assertThat(settle(state)).singleElement().satisfies(alert -> {
            assertThat(alert.transition()).isEqualTo(Alert.Transition.WITHDRAWN);
            assertThat(alert.reason()).isEqualTo("fact e1 changed");
        });
        assertThat(state.standing()).isEmpty();
        assertThat(state.size()).isEqualTo(1);
    }

    @Test
    void shouldGoOnWhereItWasBuiltAgainWithOtherRules() {
        TenantState state = state(TWO_OF_A_UNIT);
        take(state, fact("e1", "o1", "2024-01-10T00:00:00Z", null));
        take(state, fact("e2", "o2", "2024-02-10T00:00:00Z", null));
        settle(state);

        assertThat(settle(state(TWO_OF_A_UNIT))).isEmpty();
        List<Alert> changed = new ArrayList<>(settle(state(TWO_OF_A_UNIT.replace("id: unit", "id: other"))));
        assertThat(changed)
                .extracting(Alert::transition)
                .containsExactly(Alert.Transition.WITHDRAWN, Alert.Transition.RAISED);
        assertThat(changed.get(0).reason()).isEqualTo("the rules changed");
    }

    @Test
    void shouldCompareAfterACrashWhatWasStoredButNotSettled() {
        TenantState lost = state(TWO_OF_A_UNIT);
        take(lost, fact("e1", "o1", "2024-01-10T00:00:00Z", null));
        take(lost, fact("e2", "o2", "2024-02-10T00:00:00Z", null));

        assertThat(settle(state(TWO_OF_A_UNIT))).singleElement().matches(Alert::stands);
    }

    @Test
    void shouldSayWhomAnOfficerWasComparedWith() {
        TenantState state = state("""
                id: peers
                title: More than peers
                kind: peer
                peers: unit
                floor: 1
                group: 4
                window: P1Y
                levels: [ { level: AMBER, at: 50 } ]
                """);
        for (int i = 1; i <= 5; i++) {
            take(state, fact("e" + i, "o" + Math.min(i, 4), "2024-01-0" + i + "T00:00:00Z", null));
        }

        List<Alert> published = new ArrayList<>(state.advance(Instant.parse("2024-01-06T00:00:00Z"), CAUSE));
        Alert alert = published.get(published.size() - 1);
        assertThat(alert.subject()).isEqualTo(Subject.ofOfficer("o4"));
        assertThat(alert.peers().group()).isEqualTo("unit u1");
        assertThat(alert.peers().size()).isEqualTo(4);
        assertThat(alert.peers().percentile()).isEqualTo(75);
        assertThat(alert.explanation())
                .contains("2 allegations within 1 year, more than the 1 that 50 of 100 of 4 peers (unit u1) do not"
                        + " exceed");
        assertThat(AlertJson.write(alert).at("/peers/percentile").asDouble()).isEqualTo(75);
    }

    @Test
    void shouldRefuseFactsOfOtherTenants() {
        Contribution other = new Contribution("t2", Subject.ofOfficer("o1"), "e1", null, null, null);
        assertThatThrownBy(() -> state(TWO_OF_A_UNIT).accept(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
