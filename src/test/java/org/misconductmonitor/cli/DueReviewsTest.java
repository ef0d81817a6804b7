package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Subject;

class DueReviewsTest {
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");
    private static final String RECORDED =
            "'eventType':'RECORDED','eventId':'r','allegationId':'a','group':'SEXUAL','recordedAt':'2009-01-01T00:00:00Z'";
    private static final String CLOSED = "'eventType':'CASE_CLOSED','eventId':'x','at':'2010-01-01T00:00:00Z'";

    @Test
    void shouldTellWhatIsKeptOfWhomSinceWhenAndWhy() throws IOException {
        DueReviews.Review review = due(LATER, RECORDED, CLOSED).get(0);

        assertThat(review.of().officerId()).isEqualTo("o1");
        assertThat(review.of().caseId()).isEqualTo("c1");
        assertThat(review.of().kept()).isEqualTo(2);
        assertThat(review.of().groups()).containsExactly("SEXUAL");
        assertThat(review.due()).isEqualTo(Instant.parse("2016-01-01T00:00:00Z"));
        assertThat(review.since()).isEqualTo("CASE_CLOSED 2010-01-01");
        assertThat(review.why()).contains("not reviewed in time");
    }

    @Test
    void shouldTellACaseOnceHoweverLateItIs() throws IOException {
        assertThat(due(LATER, RECORDED, CLOSED)).hasSize(1);
        assertThat(due(Instant.parse("2015-12-31T00:00:00Z"), RECORDED, CLOSED)).isEmpty();
    }

    @Test
    void shouldTellOfWhatIsKeptThoughItCountsForNothing() throws IOException {
        String restricted = "'eventType':'RESTRICTED','eventId':'s','at':'2011-01-01T00:00:00Z'";
        String withdrawn = "'eventType':'WITHDRAWN','eventId':'w','allegationId':'a','at':'2011-01-01T00:00:00Z'";

        assertThat(due(LATER, RECORDED, CLOSED, restricted, withdrawn)).hasSize(1);
        assertThat(due(LATER, RECORDED, CLOSED + ",'recordState':'DUPLICATE'")).hasSize(1);
        assertThat(due(LATER, RECORDED, CLOSED + ",'subjectRole':'WITNESS'")).hasSize(1);
    }

    @Test
    void shouldGoByTheDateThatWasDecided() throws IOException {
        String kept = "'eventType':'RETENTION_REVIEWED','eventId':'k','decision':'RETAIN','reason':'CIVIL_CLAIM',"
                + "'at':'2015-01-01T00:00:00Z','dueAt':'2018-01-01T00:00:00Z'";

        DueReviews.Review review = due(LATER, RECORDED, CLOSED, kept).get(0);

        assertThat(review.due()).isEqualTo(Instant.parse("2018-01-01T00:00:00Z"));
        assertThat(review.since()).isEqualTo("RETENTION_REVIEWED 2015-01-01 RETAIN CIVIL_CLAIM");
        assertThat(due(Instant.parse("2017-12-31T00:00:00Z"), RECORDED, CLOSED, kept))
                .isEmpty();
    }

    @Test
    void shouldFindACaseUnderTheOfficerItIsAboutAndForgetWhatWasErased() throws IOException {
        String linked = "'eventType':'ALIAS_LINKED','eventId':'l','toOfficerId':'o2','at':'2008-01-01T00:00:00Z'";
        String erased = "'eventType':'ERASED','eventId':'e','at':'2012-01-01T00:00:00Z'";

        DueReviews moved = reviews(LATER, RECORDED, CLOSED, linked);

        assertThat(moved.find(Subject.ofOfficer("o2"), "c1").kept()).isEqualTo(2);
        assertThat(moved.find(Subject.ofOfficer("o1"), "c1").kept()).isZero();
        assertThat(due(LATER, RECORDED, CLOSED, erased)).isEmpty();
    }

    private static List<DueReviews.Review> due(Instant until, String... events) throws IOException {
        return reviews(until, events).due();
    }

    private static DueReviews reviews(Instant until, String... events) throws IOException {
        return new DueReviews(
                Stream.of(events).map(DueReviewsTest::event).toList(), new RetentionRules().load(), until);
    }

    private static Event event(String fields) {
        String of = fields.contains("ALIAS") || fields.contains("ERASED") ? "" : "'caseId':'c1',";
        return EventJson.read(("{'officerId':'o1'," + of + fields + "}").replace('\'', '"'));
    }
}
