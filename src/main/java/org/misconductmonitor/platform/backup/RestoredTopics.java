package org.misconductmonitor.platform.backup;

import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.TopicAdmin;
import org.misconductmonitor.topology.TopicFinding;
import org.misconductmonitor.topology.TopicSpec;

/**
 * The topics of a site that is being restored. Until all records are there they keep the times that records bring along;
 * a monitor does not start on such topics, so that a restore that failed half-way is not taken for a site.
 */
final class RestoredTopics {
    private static final String OWN_TIME = "CreateTime";
    /** The clocks of two clusters may differ. */
    private static final ConfigEntry ANY_TIME =
            new ConfigEntry(MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, Long.toString(Long.MAX_VALUE));

    private static final int LOOKS = 100;

    private final MonitorConfig config;
    private final Admin admin;
    private final ClusterAnswers answers;

    RestoredTopics(MonitorConfig config, Admin admin) {
        this.config = config;
        this.admin = admin;
        this.answers = new ClusterAnswers(config.bootstrapServers());
    }

    /** Those of them that exist. */
    Set<String> existing(Collection<String> names) {
        Set<String> found = new TreeSet<>(answers.await(admin.listTopics().names(), "list the topics"));
        found.retainAll(names);
        return found;
    }

    void create(BackupManifest manifest) {
        Map<String, TopicSpec> specs = config.topics().catalog().all().stream()
                .collect(Collectors.toMap(TopicSpec::name, Function.identity()));
        List<NewTopic> topics = manifest.topics().stream()
                .map(topic -> newTopic(topic, specs.get(topic.name())))
                .toList();
        answers.await(admin.createTopics(topics).all(), "create the topics");
    }

    /** From now on the cluster says when a record came. */
    void finish(BackupManifest manifest) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        manifest.topics()
                .forEach(topic ->
                        changes.put(resource(topic.name()), List.of(change(ANY_TIME, AlterConfigOp.OpType.DELETE))));
        config.topics()
                .catalog()
                .all()
                .forEach(spec -> changes.put(
                        resource(spec.name()),
                        List.of(
                                change(ANY_TIME, AlterConfigOp.OpType.DELETE),
                                change(
                                        new ConfigEntry(
                                                MESSAGE_TIMESTAMP_TYPE_CONFIG,
                                                spec.config().get(MESSAGE_TIMESTAMP_TYPE_CONFIG)),
                                        AlterConfigOp.OpType.SET))));
        answers.await(admin.incrementalAlterConfigs(changes).all(), "set " + MESSAGE_TIMESTAMP_TYPE_CONFIG);
        awaitAsTheyMustBe();
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static AlterConfigOp change(ConfigEntry entry, AlterConfigOp.OpType type) {
        return new AlterConfigOp(entry, type);
    }

    private NewTopic newTopic(BackupManifest.Topic topic, TopicSpec spec) {
        Map<String, String> settings = new HashMap<>(spec == null ? topic.settings() : spec.config());
        settings.put(ANY_TIME.name(), ANY_TIME.value());
        if (spec != null) {
            settings.put(MESSAGE_TIMESTAMP_TYPE_CONFIG, OWN_TIME);
        }
        int copies = config.topics().replicationFactor();
        return new NewTopic(
                        topic.name(),
                        Optional.of(topic.partitions()),
                        copies < 0 ? Optional.empty() : Optional.of((short) copies))
                .configs(settings);
    }

    /** The controller has the settings at once, the broker that is asked a moment later. */
    private void awaitAsTheyMustBe() {
        TopicAdmin topics = new TopicAdmin(
                admin,
                config.bootstrapServers(),
                config.isSecured(),
                config.topics().catalog());
        List<TopicFinding> findings = topics.check(config.applicationId());
        for (int look = 0; look < LOOKS && !findings.isEmpty(); look++) {
            pause();
            findings = topics.check(config.applicationId());
        }
        if (!findings.isEmpty()) {
            throw new BackupException(
                    "all records are there, but topics are not as they must be: `topics check` says" + " what to do");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("interrupted after all records were restored: run `topics check`", e);
        }
    }
}
