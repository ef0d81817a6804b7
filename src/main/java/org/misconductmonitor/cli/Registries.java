package org.misconductmonitor.cli;

import org.misconductmonitor.platform.ConfigException;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.SchemaRegistrar;

/** The schema registry that is configured. */
final class Registries {
    private Registries() {}

    static SchemaRegistrar registrar(MonitorConfig config) {
        throw new ConfigException("this build cannot register schemas at " + config.schemaRegistryUrl()
                + " yet: run it with --no-schemas");
    }
}
