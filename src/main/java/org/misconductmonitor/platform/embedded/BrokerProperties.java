package org.misconductmonitor.platform.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Settings of a broker that is alone, small and quick to start. */
final class BrokerProperties {
    private BrokerProperties() {}

    static Properties of(Path data, int port, int controllerPort, Map<String, String> more) {
        Properties p = new Properties();
        p.put("process.roles", "broker,controller");
        p.put("node.id", "1");
        p.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        p.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        p.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        p.put("inter.broker.listener.name", "PLAINTEXT");
        p.put("controller.listener.names", "CONTROLLER");
        p.put("log.dirs", data.toString());
        p.put("auto.create.topics.enable", "false");
        alone(p, "offsets.topic");
        alone(p, "transaction.state.log");
        alone(p, "share.coordinator.state.topic");
        p.put("transaction.state.log.min.isr", "1");
        p.put("share.coordinator.state.topic.min.isr", "1");
        p.put("group.initial.rebalance.delay.ms", "0");
        p.put("group.streams.initial.rebalance.delay.ms", "0");
        p.put("group.streams.min.heartbeat.interval.ms", "200");
        p.put("group.streams.heartbeat.interval.ms", "500");
        p.put("log.cleaner.dedupe.buffer.size", "2097152");
        // A broker that was killed is let in again only after its old session has ended (default 9 s). Without the
        // controlled shutdown a clean restart would wait for it as well.
        p.put("controlled.shutdown.enable", "true");
        p.put("broker.session.timeout.ms", "2000");
        p.put("broker.heartbeat.interval.ms", "300");
        p.putAll(more);
        return p;
    }

    private static void alone(Properties p, String topic) {
        p.put(topic + ".replication.factor", "1");
        p.put(topic + ".num.partitions", "1");
    }
}
