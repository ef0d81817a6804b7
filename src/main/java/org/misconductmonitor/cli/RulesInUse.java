package org.misconductmonitor.cli;

import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** The rules of the monitor that runs with a configuration. */
final class RulesInUse {
    private RulesInUse() {}

    static CurrentRules read(MonitorConfig config) {
        return CurrentRules.read(
                config.topics().catalog(),
                ClientProperties.consumer(config),
                ConfiguredSerdes.from(config.passThrough().serdes()).deserializer(),
                Rules.documents(config.rules()));
    }
}
