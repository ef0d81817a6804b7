package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventBuilder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** What of an officer's record reaches the rules on the tenant. */
class ContributionTest {
    private static final Evaluators EVALUATORS = Evaluators.of(
            RuleFiles.read(List.of(new RuleText("rules.yaml", """
                    id: officer
                    title: Everything about one officer
                    kind: threshold
                    window: P1Y
                    levels: [ { level: AMBER, at: 1 } ]
                    ---
                    id: unit
                    title: Two officers of a unit
                    kind: cluster
                    where: { group: SEXUAL }
                    by: unit
                    window: P1Y
                    levels: [ { level: AMBER, at: 2 } ]
                    """))).rules());

    private final OfficerState state =
            new OfficerState(Subject.ofOfficer("o1"), EVALUATORS, List.of(), List.of(), Instant.MIN);

    private Effects take(String type, String eventId, Object... more) {
        Map<Field, Object> fields = new EnumMap<>(Field.class);
        fields.put(Field.EVENT_TYPE, type);
        fields.put(Field.EVENT_ID, eventId);
        fields.put(Field.OFFICER_ID, "o1");
        fields.put(Field.CASE_ID, "c1");
        fields.put(Field.ALLEGATION_ID, "a1");
        fields.put(type.equals("RECORDED") ? Field.RECORDED_AT : Field.AT, Instant.parse("2024-01-10T00:00:00Z"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put((Field) more[i], more[i + 1]);
        }
        return state.accept(EventBuilder.of(fields), Instant.EPOCH);
    }

    private Effects record() {
        return take("RECORDED", "e1", Field.GROUP, "SEXUAL", Field.UNIT, "u1", Field.NARRATIVE, "told in confidence");
    }

    @Test
    void shouldCarryWhatRulesReadAndNothingElse() {
        Contribution contribution = record().contributions().get(0);

        assertThat(contribution.tenantId()).isEqualTo(Event.DEFAULT_TENANT);
        assertThat(contribution.subject()).isEqualTo(Subject.ofOfficer("o1"));
        assertThat(contribution.seen().fields())
                .containsEntry(Field.UNIT, "u1")
                .containsEntry(Field.GROUP, "SEXUAL")
                .doesNotContainKey(Field.NARRATIVE);
        assertThat(contribution.tenantKey()).startsWith("e1\n");
    }

    @Test
    void shouldLeaveOutFactsThatNoRuleOnTheTenantLooksAt() {
        assertThat(take("RECORDED", "e1", Field.GROUP, "TRAFFIC", Field.UNIT, "u1")
                        .contributions())
                .isEmpty();
        assertThat(take("ACTION_LOGGED", "e2").contributions()).isEmpty();
    }

    @Test
    void shouldFollowCorrectionsAndWithdrawals() {
        record();

        List<Contribution> amended = take("AMENDED", "e2", Field.UNIT, "u2").contributions();
        assertThat(amended).singleElement().satisfies(contribution -> {
            assertThat(contribution.seen().get(Field.UNIT)).isEqualTo("u2");
            assertThat(contribution.reason()).isEqualTo("allegation a1 was amended (event e2)");
        });
        List<Contribution> withdrawn = take("WITHDRAWN", "e3").contributions();
        assertThat(withdrawn).singleElement().satisfies(contribution -> {
            assertThat(contribution.isGone()).isTrue();
            assertThat(contribution.tenantKey()).isEqualTo(amended.get(0).tenantKey());
        });
        assertThat(state.contributions()).isEmpty();
    }

    @Test
    void shouldSayNothingWhereRulesOnTheTenantSeeNoDifference() {
        record();

        assertThat(take("AMENDED", "e2", Field.RANK, "PC").contributions()).isEmpty();
    }

    @Test
    void shouldTellTheLatestOutcome() {
        record();

        assertThat(take("FINALISED", "e2", Field.FINDING, "PROVEN").contributions())
                .singleElement()
                .extracting(Contribution::outcome)
                .isEqualTo("PROVEN");
        assertThat(take("REOPENED", "e3").contributions())
                .singleElement()
                .extracting(Contribution::outcome)
                .isNull();
    }

    @Test
    void shouldLeaveOneTenantForAnother() {
        record();

        List<Contribution> moved = take(
                        "RECORDED",
                        "e1",
                        Field.REVISION,
                        2,
                        Field.TENANT_ID,
                        "t2",
                        Field.GROUP,
                        "SEXUAL",
                        Field.UNIT,
                        "u1")
                .contributions();
        assertThat(moved).extracting(Contribution::tenantId).containsExactly(Event.DEFAULT_TENANT, "t2");
        assertThat(moved).extracting(Contribution::isGone).containsExactly(true, false);
    }

    @Test
    void shouldListAllThatItHasTold() {
        Contribution told = record().contributions().get(0);
        take("FINALISED", "e2", Field.FINDING, "PROVEN");

        assertThat(state.contributions()).singleElement().satisfies(listed -> {
            assertThat(listed.seen()).isEqualTo(told.seen());
            assertThat(listed.outcome()).isEqualTo("PROVEN");
            assertThat(listed.reason()).isNull();
        });
    }
}
