package org.misconductmonitor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.misconductmonitor.event.EventType;

class AbsenceEvaluatorTest {
    @ParameterizedTest
    @CsvSource({"2, 2nd", "3, 3rd", "4, 4th", "11, 11th", "12, 12th", "13, 13th", "21, 21st", "111, 111th", "122, 122nd"
    })
    void shouldCountAsPeopleDo(int number, String words) {
        assertThat(AbsenceEvaluator.ordinal(number)).isEqualTo(words);
    }

    @Test
    void shouldNotBuryASentenceUnderTypesOfEvents() {
        assertThat(TypeNames.of(EnumSet.of(EventType.RECORDED, EventType.FINALISED)))
                .isEqualTo("recorded or finalised");
        assertThat(TypeNames.of(EnumSet.allOf(EventType.class)))
                .matches("[a-z ]+, [a-z ]+, [a-z ]+ or \\d+ other kinds of events");
    }
}
