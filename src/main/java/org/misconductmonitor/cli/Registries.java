package org.misconductmonitor.cli;

import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.SchemaRegistrar;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import org.misconductmonitor.topology.serdes.SchemaRegistryClient;

/** The schema registry that is configured. */
final class Registries {
    private static final String BACKWARD = "BACKWARD";

    private Registries() {}

    static SchemaRegistryClient client(MonitorConfig config) {
        return new SchemaRegistryClient(RegistryConfig.from(config.passThrough().serdes()));
    }

    static SchemaRegistrar registrar(MonitorConfig config) {
        SchemaRegistryClient client = client(config);
        return (subject, schema) -> {
            int id = client.register(subject, schema);
            client.setCompatibility(subject, BACKWARD);
            return id;
        };
    }
}
