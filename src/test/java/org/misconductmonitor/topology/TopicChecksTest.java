package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicChecksTest {
    private final TopicCatalog catalog = new TopicCatalog(new TopicSettings("m.", 6, (short) 2));
    private final Map<String, TopicState> states = catalog.all().stream()
            .collect(Collectors.toMap(
                    TopicSpec::name, spec -> new TopicState(spec.name(), 6, new HashMap<>(spec.config()), false)));

    @Test
    void shouldFindNothingInTopicsAsTheyMustBe() {
        assertThat(check()).isEmpty();
    }

    @Test
    void shouldTellHowToCreateAMissingTopic() {
        states.remove("m.statistics");

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.actual()).isEqualTo("missing");
            assertThat(finding.mend())
                    .isEqualTo("kafka-topics.sh --bootstrap-server broker:9092 --create --topic m.statistics"
                            + " --partitions 6 --replication-factor 2 --config cleanup.policy=compact"
                            + " --config retention.ms=-1 --config retention.bytes=-1"
                            + " --config message.timestamp.type=LogAppendTime --config max.message.bytes=4194304"
                            + " --config max.compaction.lag.ms=604800000");
        });
    }

    @Test
    void shouldTellTheCommandThatEndsSevenDaysOfRetention() {
        set("m.alerts", "retention.ms", "604800000");

        assertThat(check())
                .singleElement()
                .isEqualTo(new TopicFinding(
                        "m.alerts",
                        "retention.ms",
                        "604800000",
                        "must be -1",
                        "otherwise records are deleted when they are old",
                        "kafka-configs.sh --bootstrap-server broker:9092 --alter --entity-type topics"
                                + " --entity-name m.alerts --add-config retention.ms=-1"));
    }

    @Test
    void shouldAskForTheCredentialsOfTheToolsOnASecuredCluster() {
        set("m.alerts", "retention.ms", "604800000");

        List<TopicFinding> findings = new TopicChecks(catalog, new MendCommands("broker:9092", true)).check(states);

        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.mend())
                .contains(" --command-config admin-client.properties --alter"));
    }

    @Test
    void shouldRefuseCompactionWhereEveryRecordCounts() {
        set("m.allegations", "cleanup.policy", "compact,delete");

        assertThat(check()).singleElement().satisfies(finding -> assertThat(finding.mend())
                .endsWith("--add-config cleanup.policy=delete"));
    }

    @Test
    void shouldAcceptGreaterLimitsOnlyWhereTheyAreHarmless() {
        set("m.dead-letters", "max.message.bytes", "9000000");
        set("m.allegations", "max.message.bytes", "9000000");
        set("m.vetting", "max.message.bytes", "1000");

        assertThat(check()).singleElement().satisfies(finding -> {
            assertThat(finding.topic()).isEqualTo("m.allegations");
            assertThat(finding.required()).isEqualTo("must be at most 1048588");
        });
    }

    @Test
    void shouldIgnorePartitionCountsOfTopicsThatMeetNoOther() {
        states.put("m.audit", withPartitions("m.audit", 1, false));

        assertThat(check()).isEmpty();
    }

    @Test
    void shouldAddPartitionsOnlyToAnEmptyTopic() {
        states.put("m.reports", withPartitions("m.reports", 3, true));

        assertThat(check()).singleElement().satisfies(finding -> assertThat(finding.mend())
                .isEqualTo("kafka-topics.sh --bootstrap-server broker:9092 --alter --topic m.reports"
                        + " --partitions 6"));
    }

    @Test
    void shouldRecreateAnEmptyTopicThatHasTooManyPartitions() {
        states.put("m.reports", withPartitions("m.reports", 9, true));

        assertThat(check()).singleElement().satisfies(finding -> assertThat(finding.mend())
                .contains("--delete --topic m.reports && kafka-topics.sh"));
    }

    @Test
    void shouldNeverTellToChangeThePartitionsOfATopicWithRecords() {
        states.put("m.reports", withPartitions("m.reports", 3, false));

        assertThat(check()).singleElement().satisfies(finding -> assertThat(finding.mend())
                .contains("it holds records", "topics.prefix")
                .doesNotContain("--alter", "--delete"));
    }

    @Test
    void shouldTellToFollowTheTopicsWhenTheyAllAgree() {
        states.replaceAll((name, state) -> withPartitions(name, 4, false));

        assertThat(check())
                .extracting(TopicFinding::topic)
                .containsExactlyElementsOf(Stream.of(MonitorTopic.values())
                        .filter(topic -> topic.kind().coPartitioned())
                        .map(catalog::name)
                        .toList());
        assertThat(check()).allSatisfy(finding -> assertThat(finding.mend()).startsWith("set topics.partitions=4"));
    }

    private List<TopicFinding> check() {
        return new TopicChecks(catalog, new MendCommands("broker:9092", false)).check(states);
    }

    private TopicState withPartitions(String name, int partitions, boolean empty) {
        return new TopicState(name, partitions, states.get(name).config(), empty);
    }

    private void set(String topic, String setting, String value) {
        Map<String, String> config = new HashMap<>(states.get(topic).config());
        config.put(setting, value);
        states.put(topic, new TopicState(topic, 6, config, false));
    }
}
