package org.misconductmonitor.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** The harness catches monitors that are wrong on purpose, and shows each fault in a few lines. */
class HarnessTest {
    @ParameterizedTest
    @MethodSource
    void shouldCatch(Fault fault) {
        assertThat(LongStream.range(0, 2000)
                        .mapToObj(RandomStreams::scenario)
                        .filter(fault::concerns)
                        .filter(scenario ->
                                Disagreement.anywhere(scenario, fault.monitor()).isPresent())
                        .findFirst())
                .as("a seed at which a monitor that %s disagrees", fault)
                .isPresent();
    }

    static Stream<Fault> shouldCatch() {
        return Stream.of(
                        EventFaults.all(),
                        IdentityFaults.all(),
                        RuleFaults.all(),
                        ScoreFaults.all(),
                        TimedFaults.all(),
                        PopulationFaults.all())
                .flatMap(faults -> faults);
    }

    @ParameterizedTest
    @MethodSource
    void shouldShrinkToFewEvents(Fault fault, int events) {
        AssertionError failure = firstFailure(Agreement::assertAgrees, fault.monitor());

        assertThat(failure).hasMessageContaining("-Dagreement.seed=").hasMessageContaining("\"eventId\":");
        assertThat(failure.getMessage().lines().filter(line -> line.startsWith("{")))
                .as(failure.getMessage())
                .hasSizeLessThanOrEqualTo(events);
    }

    static Stream<Arguments> shouldShrinkToFewEvents() {
        return Stream.of(
                arguments(EventFaults.ignores(EventType.WITHDRAWN), 4),
                arguments(EventFaults.ignores(EventType.REASSIGNED), 3),
                arguments(RuleFaults.wrongWindow(), 2),
                arguments(EventFaults.wrongOrder(), 4));
    }

    @Test
    void shouldCatchThatTheOrderOfArrivalMatters() {
        assertThat(firstFailure(
                        Agreement::assertOrderDoesNotMatter,
                        EventFaults.wrongOrder().monitor()))
                .hasMessageContaining("order of arrival matters");
    }

    @Test
    void shouldCatchThatDuplicatesMatter() {
        Fault fault = Fault.onEvents("numbers what it gets", HarnessTest::numbered);

        assertThat(firstFailure(Agreement::assertDuplicatesDoNotMatter, fault.monitor()))
                .hasMessageContaining("duplicates matter");
    }

    @Test
    void shouldCatchMonitorThatFails() {
        Fault fault = Fault.dropping("fails", event -> {
            throw new IllegalStateException("no room");
        });

        assertThat(firstFailure(Agreement::assertAgrees, fault.monitor())).hasMessageContaining("no room");
    }

    private static List<Event> numbered(List<Event> events) {
        List<Event> numbered = new ArrayList<>();
        for (Event event : events) {
            numbered.add(event.with(Map.of(Field.EVENT_ID, event.eventId() + "-" + numbered.size())));
        }
        return numbered;
    }

    private static AssertionError firstFailure(BiConsumer<Long, MonitorFactory> check, MonitorFactory monitor) {
        for (long seed = 0; seed < 400; seed++) {
            long each = seed;
            AssertionError failure = catchThrowableOfType(AssertionError.class, () -> check.accept(each, monitor));
            if (failure != null) {
                return failure;
            }
        }
        throw new AssertionError("not caught");
    }
}
