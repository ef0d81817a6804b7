package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertParamsTest {
    @Test
    void shouldTakeALevelInAnyCaseAsTheCommandDoes() {
        Request request = Asked.of(Map.of(), Map.of("level", List.of("red", "Amber")), AlertParams.all());

        assertThat(AlertParams.filter(request).levels()).containsExactlyInAnyOrder("RED", "AMBER");
    }
}
