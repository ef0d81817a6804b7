package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.event.Subject.Kind;

class LivesKeyTest {
    private static final Subject HOME = Subject.ofTenant("north");
    private static final List<String> PARTS = List.of("", "a", "0", "1", "\u0000", "\u0001", "\u0001" + "0");

    /** Units are named by their publishers, who may put anything into a name. */
    @Test
    void shouldReadBackAnySubjectAndTakeNoTwoForOne() {
        Set<String> places = new HashSet<>();
        for (String first : PARTS) {
            for (String second : PARTS) {
                for (String third : PARTS) {
                    LivesKey key = new LivesKey(HOME, "rule", new Subject(Kind.UNIT, first + "x" + second + third));

                    assertThat(LivesKey.ofStoreKey(key.storeKey())).isEqualTo(key);
                    assertThat(LivesKey.ofStoreKey(key.storeKey("alert"))).isEqualTo(key);
                    assertThat(key.storeKey()).startsWith(LivesKey.prefix(HOME));
                    places.add(key.storeKey());
                }
            }
        }
        assertThat(places).hasSize(distinctNames());
    }

    /** State of earlier releases is found where it lies. */
    @Test
    void shouldLeaveOrdinaryNamesAsTheyAre() {
        assertThat(new LivesKey(HOME, "rule", new Subject(Kind.UNIT, "Unit 7, Nørre")).storeKey("alert"))
                .isEqualTo("tnorth\u0000rule\u0000uUnit 7, Nørre\u0000alert");
    }

    private static int distinctNames() {
        Set<String> names = new HashSet<>();
        PARTS.forEach(
                first -> PARTS.forEach(second -> PARTS.forEach(third -> names.add(first + "x" + second + third))));
        return names.size();
    }
}
