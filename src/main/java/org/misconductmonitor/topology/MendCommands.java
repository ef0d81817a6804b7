package org.misconductmonitor.topology;

import java.util.stream.Collectors;

/** Commands of Kafka's own tools that mend a topic, ready to be pasted into a shell. */
final class MendCommands {
    private final String connection;

    /** @param secured whether the tools will need the credentials of a properties file of their own */
    MendCommands(String bootstrapServers, boolean secured) {
        this.connection = connection(bootstrapServers, secured);
    }

    /** How every one of these tools reaches the cluster. */
    static String connection(String bootstrapServers, boolean secured) {
        return " --bootstrap-server " + bootstrapServers + (secured ? " --command-config admin-client.properties" : "");
    }

    String set(String topic, String setting, String value) {
        String quoted = value.contains(",") ? "[" + value + "]" : value;
        return "kafka-configs.sh" + connection + " --alter --entity-type topics --entity-name " + topic
                + " --add-config " + setting + "=" + quoted;
    }

    String create(TopicSpec spec) {
        String replicas = spec.replicationFactor() == TopicSettings.BROKER_DEFAULT
                ? ""
                : " --replication-factor " + spec.replicationFactor();
        String configs = spec.config().entrySet().stream()
                .map(entry -> " --config " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
        return "kafka-topics.sh" + connection + " --create --topic " + spec.name() + " --partitions "
                + spec.partitions() + replicas + configs;
    }

    String addPartitions(String topic, int partitions) {
        return "kafka-topics.sh" + connection + " --alter --topic " + topic + " --partitions " + partitions;
    }

    String createAgain(TopicSpec spec) {
        return "kafka-topics.sh" + connection + " --delete --topic " + spec.name() + " && " + create(spec);
    }
}
