package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InternalTopicChecksTest {
    private final InternalTopicChecks checks = new InternalTopicChecks(new MendCommands("broker:9092", false));

    @Test
    void shouldKnowTheTopicsOfTheApplication() {
        assertThat(InternalTopicChecks.isInternal("app-events-changelog", "app"))
                .isTrue();
        assertThat(InternalTopicChecks.isInternal("app-counts-repartition", "app"))
                .isTrue();
        assertThat(InternalTopicChecks.isInternal("other-events-changelog", "app"))
                .isFalse();
        assertThat(InternalTopicChecks.isInternal("app.alerts", "app")).isFalse();
    }

    @Test
    void shouldAcceptCompactionWithOrWithoutDeletionThatNeverHappens() {
        assertThat(check("app-a-changelog", "compact", "604800000")).isEmpty();
        assertThat(check("app-a-changelog", "compact,delete", "-1")).isEmpty();
        assertThat(check("app-a-repartition", "delete", "-1")).isEmpty();
    }

    @Test
    void shouldFindAChangelogThatDeletesByTime() {
        assertThat(check("app-a-changelog", "compact,delete", "604800000"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.setting()).isEqualTo("retention.ms");
                    assertThat(finding.mend()).endsWith("--entity-name app-a-changelog --add-config retention.ms=-1");
                });
    }

    @Test
    void shouldFindAChangelogThatIsNotCompacted() {
        assertThat(check("app-a-changelog", "delete", "-1"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.mend()).endsWith("--add-config cleanup.policy=compact"));
    }

    @Test
    void shouldFindARepartitionTopicThatDeletesByTime() {
        assertThat(check("app-a-repartition", "delete", "1000"))
                .extracting(TopicFinding::setting)
                .containsExactly("retention.ms");
    }

    private List<TopicFinding> check(String name, String policy, String retention) {
        return checks.check(List.of(new TopicState(
                name, 6, Map.of("cleanup.policy", policy, "retention.ms", retention, "retention.bytes", "-1"), false)));
    }
}
