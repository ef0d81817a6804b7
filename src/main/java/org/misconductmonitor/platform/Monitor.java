package org.misconductmonitor.platform;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.query.Accounts;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.MisconductTopology;
import org.misconductmonitor.topology.TopicAdmin;
import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of the monitor: checks, starts, survives what can be survived, stops cleanly. */
public final class Monitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final Duration STOP = Duration.ofSeconds(10);

    private final MonitorConfig config;
    private final TopicCatalog topics;
    private final ConfiguredSerdes serdes;
    private final KafkaStreams streams;

    /** Puts it together without talking to anybody yet. */
    public Monitor(MonitorConfig config, RuleSet rules) {
        this.config = config;
        this.topics = config.topics().catalog();
        Properties properties = StreamsProperties.of(config, TopicCatalog.MAX_OUTPUT_BYTES);
        this.serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        this.streams = new KafkaStreams(topology(config, rules, serdes), properties);
        streams.setUncaughtExceptionHandler(new Survival());
    }

    /** The topology that runs with this configuration and these rules; needs neither cluster nor registry. */
    public static Topology topology(MonitorConfig config, RuleSet rules) {
        return topology(
                config, rules, ConfiguredSerdes.from(config.passThrough().serdes()));
    }

    private static Topology topology(MonitorConfig config, RuleSet rules, ConfiguredSerdes serdes) {
        return MisconductTopology.build(
                config.topics().catalog(),
                Evaluators.of(rules),
                serdes,
                config.streams().cachedFacts());
    }

    /**
     * Checks the topics and starts.
     *
     * @throws org.misconductmonitor.topology.TopicCheckException if a topic is not as it must be
     */
    public void start() {
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            new TopicAdmin(admin, config.bootstrapServers(), config.isSecured(), topics)
                    .require(config.applicationId());
        }
        streams.setStateListener((now, before) -> LOG.info("{} -> {}", before, now));
        streams.start();
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** Whether records are being processed: neither starting, nor restoring, nor stopped. */
    public boolean isRunning() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it has stopped for good by itself. */
    public boolean hasFailed() {
        return streams.state() == KafkaStreams.State.ERROR;
    }

    /** What became of the records read by this instance. */
    public Accounts accounts() {
        return new Accounts(streams);
    }

    /** Whether nothing is left to read; see {@link Idleness} for one that waits. */
    public Idleness idleness() {
        return new Idleness(streams);
    }

    /** Stops within ten seconds and leaves the group, so that the next start need not wait. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(STOP));
        serdes.close();
    }
}
