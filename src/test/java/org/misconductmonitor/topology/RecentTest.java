package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final List<String> loaded = new ArrayList<>();
    private final Recent<String, StringBuilder> recent = new Recent<>(this::load, StringBuilder::length, 10);

    private StringBuilder load(String key) {
        loaded.add(key);
        return new StringBuilder(key);
    }

    @Test
    void shouldDropWhatWasNotUsedForLongest() {
        recent.get("aaa");
        recent.get("bbb");
        recent.get("aaa");
        recent.get("ccc");
        loaded.clear();

        recent.get("aaa");
        recent.get("ccc");
        assertThat(loaded).isEmpty();
        recent.get("bbb");
        assertThat(loaded).containsExactly("bbb");
    }

    @Test
    void shouldMakeRoomForWhatGrowsThoughNothingNewComes() {
        recent.get("aaa");
        recent.get("bbb").append("grown");
        recent.resized("bbb");
        loaded.clear();

        recent.get("bbb");
        recent.get("aaa");
        assertThat(loaded).containsExactly("aaa");
    }

    @Test
    void shouldKeepOneThatIsTooHeavyAloneWhileItIsUsed() {
        recent.get("more than ten of them");
        recent.get("more than ten of them");
        assertThat(loaded).hasSize(1);

        recent.get("a");
        recent.get("more than ten of them");
        assertThat(loaded).hasSize(3);
    }

    @Test
    void shouldNotKeepEverMoreOfThoseThatHoldNothing() {
        Recent<String, String> empty = new Recent<>(
                key -> {
                    loaded.add(key);
                    return key;
                },
                key -> 0,
                10);
        for (int i = 0; i < 100; i++) {
            empty.get("" + i);
        }
        loaded.clear();

        for (int i = 99; i >= 0; i--) {
            empty.get("" + i);
        }

        assertThat(loaded).hasSize(90);
    }

    @Test
    void shouldForgetAll() {
        recent.get("a");
        recent.clear();

        recent.get("a");

        assertThat(loaded).containsExactly("a", "a");
    }
}
