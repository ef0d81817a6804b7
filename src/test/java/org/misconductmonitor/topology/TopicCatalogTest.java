package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicCatalogTest {
    private final TopicCatalog catalog = new TopicCatalog(TopicSettings.DEFAULT);

    @Test
    void shouldNameEveryTopicOfThePublishedContract() {
        assertThat(catalog.all())
                .extracting(TopicSpec::name)
                .containsExactly(
                        "misconduct.allegations",
                        "misconduct.vetting",
                        "misconduct.workforce",
                        "misconduct.reports",
                        "misconduct.rules",
                        "misconduct.reviews",
                        "misconduct.reviews.outcomes",
                        "misconduct.handovers",
                        "misconduct.contributions",
                        "misconduct.alerts",
                        "misconduct.alerts.standing",
                        "misconduct.statistics",
                        "misconduct.dead-letters",
                        "misconduct.audit");
    }

    @Test
    void shouldTakePrefixPartitionsAndReplicationFromTheOperator() {
        TopicCatalog own = new TopicCatalog(new TopicSettings("north.", 12, (short) 3));

        NewTopic alerts = own.spec(MonitorTopic.ALERTS).newTopic();

        assertThat(own.name(MonitorTopic.ALERTS)).isEqualTo("north.alerts");
        assertThat(alerts.name()).isEqualTo("north.alerts");
        assertThat(alerts.numPartitions()).isEqualTo(12);
        assertThat(alerts.replicationFactor()).isEqualTo((short) 3);
    }

    @Test
    void shouldLeaveReplicationToTheClusterUnlessAsked() {
        assertThat(catalog.spec(MonitorTopic.ALERTS).newTopic().replicationFactor())
                .isEqualTo((short) -1);
    }

    @Test
    void shouldNeverDeleteByTimeOrSizeAndStampIngestionTime() {
        assertThat(catalog.all()).allSatisfy(spec -> assertThat(spec.config())
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void shouldCompactOnlyWhatIsATable() {
        List<String> compacted = catalog.all().stream()
                .filter(spec -> spec.config().get("cleanup.policy").equals("compact"))
                .map(TopicSpec::name)
                .toList();

        assertThat(compacted)
                .containsExactly("misconduct.rules", "misconduct.alerts.standing", "misconduct.statistics");
    }

    @Test
    void shouldLoseOldRowsOfWhatWasErasedWithinAWeek() {
        assertThat(catalog.spec(MonitorTopic.STANDING_ALERTS).config())
                .containsEntry("max.compaction.lag.ms", Long.toString(7L * 24 * 60 * 60 * 1000));
    }

    @Test
    void shouldHaveASchemaForEveryTopicButDeadLetters() {
        assertThat(catalog.all()).allSatisfy(spec -> {
            if (spec.topic() == MonitorTopic.DEAD_LETTERS) {
                assertThat(spec.subject()).isEmpty();
            } else {
                assertThat(spec.subject()).contains(spec.name() + "-value");
                assertThat(TopicSchemas.of(spec.topic()).getDoc()).isNotBlank();
            }
        });
        assertThatThrownBy(() -> TopicSchemas.of(MonitorTopic.DEAD_LETTERS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRegisterEverySchemaUnderTheSubjectOfItsTopic() {
        List<TopicSchemas.Registration> registered =
                TopicSchemas.register(catalog, (subject, schema) -> subject.length());

        assertThat(registered).hasSize(catalog.all().size() - 1);
        assertThat(registered)
                .contains(new TopicSchemas.Registration(
                        "misconduct.alerts.standing-value", "org.misconductmonitor.schema.alerts.Alert", 32));
    }

    @Test
    void shouldLeaveRoomForEveryInputInADeadLetter() {
        int greatestInput =
                Integer.parseInt(catalog.spec(MonitorTopic.ALLEGATIONS).config().get("max.message.bytes"));
        int deadLetter = Integer.parseInt(
                catalog.spec(MonitorTopic.DEAD_LETTERS).config().get("max.message.bytes"));

        assertThat(deadLetter).isGreaterThan(2 * greatestInput);
    }

    @Test
    void shouldRefuseImpossibleSettings() {
        assertThatThrownBy(() -> new TopicSettings("x.", 0, (short) 1)).hasMessageContaining("partitions");
        assertThatThrownBy(() -> new TopicSettings("x.", 1, (short) 0)).hasMessageContaining("replicationFactor");
    }
}
