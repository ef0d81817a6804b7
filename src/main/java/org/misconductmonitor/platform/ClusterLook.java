package org.misconductmonitor.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether cluster and topics are still those that the monitor began with. For one thread. */
final class ClusterLook {
    private final Admin admin;
    private final Set<String> topics;
    private final List<String> asked;
    private final int partitions;
    private final Map<String, Uuid> known = new HashMap<>();
    private final String cluster;

    /**
     * @param admin whose time limits are short
     * @param cluster its id
     * @param topics that must be there
     * @param changelogs that must be there from when they were seen first
     * @param partitions that each of them has
     */
    ClusterLook(Admin admin, String cluster, Collection<String> topics, Collection<String> changelogs, int partitions) {
        this.admin = admin;
        this.cluster = cluster;
        this.topics = Set.copyOf(topics);
        this.partitions = partitions;
        this.asked = new ArrayList<>(topics);
        asked.addAll(changelogs);
    }

    /** Everything that is wrong, in words; waits for the cluster. */
    List<String> hindrances() throws InterruptedException {
        try {
            String now = admin.describeCluster().clusterId().get();
            if (!now.equals(cluster)) {
                return List.of("bootstrap.servers leads to another cluster, " + now + " instead of " + cluster
                        + ": mend it and start again");
            }
            return topics();
        } catch (ExecutionException e) {
            return List.of("the cluster does not answer: " + e.getCause().getMessage());
        }
    }

    private List<String> topics() throws InterruptedException, ExecutionException {
        TreeSet<String> gone = new TreeSet<>();
        List<String> found = new ArrayList<>();
        Map<String, KafkaFuture<TopicDescription>> answers =
                admin.describeTopics(asked).topicNameValues();
        for (String topic : asked) {
            try {
                compare(topic, answers.get(topic).get(), found);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
                if (topics.contains(topic) || known.containsKey(topic)) {
                    gone.add(topic);
                }
            }
        }
        if (!gone.isEmpty()) {
            found.add("there is no topic " + String.join(", ", gone) + " any more: restore it before anything else");
        }
        return found;
    }

    private void compare(String topic, TopicDescription now, List<String> found) {
        Uuid first = known.putIfAbsent(topic, now.topicId());
        if (first != null && !first.equals(now.topicId())) {
            found.add("the topic " + topic + " was deleted and made again, what it held is gone: stop, and restore a"
                    + " backup");
        }
        if (now.partitions().size() != partitions) {
            found.add("the topic " + topic + " has " + now.partitions().size() + " partitions instead of " + partitions
                    + ", so that new facts miss the records they belong to: stop, and restore a backup");
        }
    }
}
