package org.misconductmonitor.cli;

import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** Readers of the alert topics of the configured cluster. */
final class AlertFeeds {
    private AlertFeeds() {}

    /** Every transition, from the beginning. */
    static AlertFeed all(MonitorConfig config) {
        return of(config, MonitorTopic.ALERTS);
    }

    /** The latest revision of each alert, perhaps some earlier ones too. */
    static AlertFeed standing(MonitorConfig config) {
        return of(config, MonitorTopic.STANDING_ALERTS);
    }

    private static AlertFeed of(MonitorConfig config, MonitorTopic topic) {
        return new AlertFeed(
                ClientProperties.consumer(config),
                config.topics().catalog().name(topic),
                ConfiguredSerdes.from(config.passThrough().serdes()).deserializer(),
                config.privacy().seal());
    }
}
