package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;

class RetentionDecisionTest {
    private static final Instant MORNING = Instant.parse("2024-03-01T08:00:00Z");

    @Test
    void shouldHaveTheSameIdTheSameDayAndAnotherWheneverSomethingElseIsDecided() {
        String id = decision("c1", RetentionDecision.Kind.RETAIN, 0).id();

        assertThat(decision("c1", RetentionDecision.Kind.RETAIN, 5).id()).isEqualTo(id);
        assertThat(List.of(
                        decision("c1", RetentionDecision.Kind.RETAIN, 24).id(),
                        decision("c1", RetentionDecision.Kind.ERASE, 0).id(),
                        decision("c2", RetentionDecision.Kind.RETAIN, 0).id()))
                .doesNotContain(id)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldTellWhichLaterDecisionHoldsInItsPlace() {
        List<Event> published = new ArrayList<>();
        published.addAll(decision("c1", RetentionDecision.Kind.RETAIN, 0).events("first"));
        published.addAll(decision("c2", RetentionDecision.Kind.ERASE, 1).events("other"));
        assertThat(RetentionDecision.overruling("first", published)).isEmpty();

        published.addAll(decision("c1", RetentionDecision.Kind.RESTRICT, 3).events("third"));
        published.addAll(decision("c1", RetentionDecision.Kind.ERASE, 2).events("second"));
        assertThat(RetentionDecision.overruling("first", published))
                .hasValueSatisfying(event -> assertThat(event.eventId()).isEqualTo("third"));
        assertThat(RetentionDecision.overruling("third", published)).isEmpty();
        assertThat(RetentionDecision.overruling("unknown", published)).isEmpty();
    }

    private static RetentionDecision decision(String caseId, RetentionDecision.Kind what, int hour) {
        return new RetentionDecision(
                new DueReviews.Case("north", "o1", caseId, 2, Set.of()),
                what,
                null,
                "CIVIL_CLAIM",
                "R1",
                MORNING.plusSeconds(3_600L * hour));
    }
}
