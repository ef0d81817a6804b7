package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectTest {
    @Test
    void shouldNameAPairInOrder() {
        assertThat(Subject.ofPair("b", "a").id()).isEqualTo("a, b");
        assertThat(Subject.ofPair("a", "b")).isEqualTo(Subject.ofPair("b", "a"));
    }

    @Test
    void shouldKeepPairsApartWhateverTheirIdsAreMadeOf() {
        List<String> ids = List.of("a", "b", "a,", ",a", "a, b", "b, c", "c", ",", ", ", ",,", "a,, b", " b", "a,b");
        Map<Subject, List<String>> pairs = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                assertThat(pairs.put(Subject.ofPair(ids.get(i), ids.get(j)), List.of(ids.get(i), ids.get(j))))
                        .isNull();
            }
        }
    }
}
