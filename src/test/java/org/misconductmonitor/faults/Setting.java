package org.misconductmonitor.faults;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a monitor is set up that faults happen to.
 *
 * @param protocol by which instances share the work: {@code classic} or {@code streams}
 * @param instances processes
 * @param standbys copies of the state on other instances; with the streams protocol the brokers decide that
 */
record Setting(String protocol, int instances, int standbys) {
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("group.protocol", protocol);
        settings.put("num.standby.replicas", Integer.toString(standbys));
        settings.put("topics.partitions", instances == 1 ? "2" : "3");
        settings.put("num.stream.threads", instances == 1 ? "2" : "1");
        // So small that most records are built anew from what is stored.
        settings.put("cached.facts", "5000");
        // Commits of three instances and their broker would keep a small machine busy with nothing else.
        settings.put("commit.interval.ms", "100");
        // What a killed process leaves open is cleared up within seconds.
        settings.put("kafka.producer.transaction.timeout.ms", "5000");
        if (protocol.equals("classic")) {
            settings.put("kafka.consumer.session.timeout.ms", "6000");
            settings.put("kafka.consumer.heartbeat.interval.ms", "1000");
        }
        return settings;
    }

    @Override
    public String toString() {
        return "%s-%d-instance%s-%d-standby".formatted(protocol, instances, instances == 1 ? "" : "s", standbys);
    }
}
