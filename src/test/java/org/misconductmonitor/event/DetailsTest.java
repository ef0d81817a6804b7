package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailsTest {
    @Test
    void shouldBeEqualWhateverTheOrderTheyWerePutInAndLeaveNullsOut() {
        Map<Field, Object> backwards = new LinkedHashMap<>();
        backwards.put(Field.CHANNEL, "PUBLIC");
        backwards.put(Field.UNIT, null);
        backwards.put(Field.SOURCE, "s");
        Details details = Details.of(backwards);
        assertThat(details).isEqualTo(Details.of(Map.of(Field.SOURCE, "s", Field.CHANNEL, "PUBLIC")));
        assertThat(details.size()).isEqualTo(2);
        assertThat(details.get(Field.UNIT)).isNull();
        List<Field> visited = new ArrayList<>();
        details.forEach((field, value) -> visited.add(field));
        assertThat(visited).containsExactly(Field.SOURCE, Field.CHANNEL);
        assertThat(details.fieldAt(1)).isEqualTo(Field.CHANNEL);
        assertThat(details.valueAt(1)).isEqualTo("PUBLIC");
    }

    @Test
    void shouldDifferByFieldAndByValue() {
        Details details = Details.of(Map.of(Field.SOURCE, "s"));
        assertThat(details).isNotEqualTo(Details.of(Map.of(Field.FORCE, "s")));
        assertThat(details).isNotEqualTo(Details.of(Map.of(Field.SOURCE, "t")));
        assertThat(Details.of(Map.of())).isSameAs(Details.NONE);
    }

    @Test
    void shouldGiveEveryFieldAndTypeItsOwnNumberAndName() {
        assertThat(Field.values()).extracting(Field::id).doesNotHaveDuplicates();
        assertThat(Field.values()).allSatisfy(field -> {
            assertThat(Field.ofId(field.id())).isEqualTo(field);
            assertThat(Field.named(field.jsonName())).contains(field);
        });
        assertThat(EventType.values())
                .allSatisfy(type -> assertThat(EventType.ofId(type.id())).isEqualTo(type));
        assertThat(EventType.ofId(99999)).isEqualTo(EventType.UNKNOWN);
        assertThat(EventType.ofId(-1)).isEqualTo(EventType.UNKNOWN);
    }
}
