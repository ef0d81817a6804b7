package org.misconductmonitor.topology;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Topics that Kafka Streams makes for itself. A changelog that deletes by time or size loses history at the next
 * restore, long after the setting was made and without a message. Pure.
 */
final class InternalTopicChecks {
    private static final String CHANGELOG = "-changelog";
    private static final String REPARTITION = "-repartition";
    private static final String FOREVER = "-1";
    private static final String WHY = "an officer's history would be missing after the next restore";

    private final MendCommands mend;

    InternalTopicChecks(MendCommands mend) {
        this.mend = mend;
    }

    static boolean isInternal(String topic, String applicationId) {
        return topic.startsWith(applicationId + "-") && (topic.endsWith(CHANGELOG) || topic.endsWith(REPARTITION));
    }

    List<TopicFinding> check(Collection<TopicState> internal) {
        List<TopicFinding> findings = new ArrayList<>();
        internal.forEach(state -> check(state, findings));
        return findings;
    }

    private void check(TopicState state, List<TopicFinding> findings) {
        String policy = state.config().getOrDefault(CLEANUP_POLICY_CONFIG, "unknown");
        if (state.name().endsWith(CHANGELOG) && !policy.contains("compact")) {
            findings.add(finding(state, CLEANUP_POLICY_CONFIG, policy, "compact"));
        } else if (policy.contains("delete")) {
            requireForever(state, RETENTION_MS_CONFIG, findings);
            requireForever(state, RETENTION_BYTES_CONFIG, findings);
        }
    }

    private void requireForever(TopicState state, String setting, List<TopicFinding> findings) {
        String actual = state.config().getOrDefault(setting, "unknown");
        if (!actual.equals(FOREVER)) {
            findings.add(finding(state, setting, actual, FOREVER));
        }
    }

    private TopicFinding finding(TopicState state, String setting, String actual, String required) {
        return new TopicFinding(
                state.name(), setting, actual, "must be " + required, WHY, mend.set(state.name(), setting, required));
    }
}
