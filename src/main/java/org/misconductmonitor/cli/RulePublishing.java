package org.misconductmonitor.cli;

import java.util.List;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.topology.RulePublisher;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Sends versions of rules to the configured cluster. */
final class RulePublishing {
    private RulePublishing() {}

    /** All of them or none. */
    static void publish(MonitorConfig config, List<RuleVersion> versions) {
        try (RulePublisher publisher = new RulePublisher(
                config.topics().catalog(),
                ClientProperties.producer(config),
                ConfiguredSerdes.from(config.passThrough().serdes()),
                config.applicationId())) {
            publisher.publish(versions);
        }
    }
}
