package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That every kind of answer is measured; how long they take is no matter of a test. */
@Timeout(300)
class HttpBenchTest {
    @Test
    void shouldMeasureEveryKindOfAnswerWhileEventsComeIn() throws Exception {
        Workbench.Ran ran = Workbench.plain(
                "bench",
                "--http",
                "--json",
                "--events",
                "2000",
                "--officers",
                "100",
                "--rate",
                "50",
                "--latency-seconds",
                "5");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(Exit.OK);
        JsonNode result = new ObjectMapper().readTree(ran.out());
        assertThat(result.get("eventsPerSecond").asInt()).isEqualTo(50);
        assertThat(result.get("lines"))
                .extracting(line -> line.get("name").asText())
                .containsExactly(
                        "list of alerts", "one alert", "officer", "counts of an officer", "statistics", "live update");
        assertThat(result.get("lines")).allSatisfy(line -> {
            assertThat(line.get("count").asInt()).as(line.toString()).isPositive();
            assertThat(line.get("p50").asDouble()).isPositive();
            assertThat(line.get("max").asDouble())
                    .isGreaterThanOrEqualTo(line.get("p50").asDouble());
        });
    }

    @Test
    void shouldTakeNoRulesThatHaveNoText() {
        assertThat(Workbench.plain("bench", "--http", "--synthetic-rules", "3").exit())
                .isEqualTo(Exit.USAGE);
    }
}
