package org.misconductmonitor.platform;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.query.Accounts;
import org.misconductmonitor.query.InstanceAddress;
import org.misconductmonitor.query.InstanceHealth;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.topology.MisconductTopology;
import org.misconductmonitor.topology.Right;
import org.misconductmonitor.topology.StatisticsTopic;
import org.misconductmonitor.topology.TopicCatalog;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running instance of the monitor: checks, starts, survives what can be survived, stops cleanly. */
public final class Monitor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Monitor.class);
    private static final Duration STOP = Duration.ofSeconds(7);

    private final MonitorConfig config;
    private final TopicCatalog topics;
    private final ConfiguredSerdes serdes;
    private final Topology topology;
    private final ClockSkew clock = new ClockSkew();
    /** Absent until the topics are checked: its clients talk to the cluster as soon as it is made. */
    private volatile KafkaStreams streams;
    /** Absent as long as that is. */
    private volatile Readiness readiness;
    /** The same. */
    private volatile StateHold state;

    /**
     * Puts it together without talking to anybody yet.
     *
     * @param rules read with the calendar of the configuration
     * @throws org.misconductmonitor.rule.file.RuleFileException if that calendar is wrong
     */
    public Monitor(MonitorConfig config, RuleSet rules) {
        this.config = config;
        this.topics = config.topics().catalog();
        this.serdes = ConfiguredSerdes.from(config.passThrough().serdes());
        this.topology = topology(config, rules, serdes);
    }

    /** The topology that runs with this configuration and these rules; needs neither cluster nor registry. */
    public static Topology topology(MonitorConfig config, RuleSet rules) {
        return topology(
                config, rules, ConfiguredSerdes.from(config.passThrough().serdes()));
    }

    /** What a cluster must allow it to do, and nothing more. */
    public static List<Right> rights(MonitorConfig config) {
        return new StartChecks(config, topology(config, RuleSet.NONE)).rights();
    }

    private static Topology topology(MonitorConfig config, RuleSet rules, ConfiguredSerdes serdes) {
        WorkingCalendar calendar = Calendars.load(config.calendar());
        return MisconductTopology.build(
                config.topics().catalog(),
                Evaluators.of(rules),
                calendar,
                serdes,
                config.streams().cachedFacts(),
                config.reviews().policy(calendar),
                config.privacy().freeText());
    }

    /**
     * Checks the topics and starts.
     *
     * @throws org.misconductmonitor.topology.RightsException if the cluster does not allow what it needs
     * @throws org.misconductmonitor.topology.TopicCheckException if a topic is not as it must be
     * @throws org.misconductmonitor.topology.StoredStateException if a release that this one does not know stored the state
     * @throws LocalStateException if another process works in the state directory, or it is of another cluster
     */
    public void start() {
        start(null);
    }

    /**
     * The same for one that other instances can ask.
     *
     * @param reachedAt where its HTTP server is reached, or null if it has none
     */
    void start(InstanceAddress reachedAt) {
        Set<String> stores = MisconductTopology.stores(topology);
        StartChecks checks = new StartChecks(config, topology);
        String cluster = checks.require(stores);
        state = StateHold.take(LocalState.directory(config), cluster);
        Properties properties = StreamsProperties.of(config, TopicCatalog.MAX_OUTPUT_BYTES);
        StreamsProperties.watch(properties, clock, topics.settings().prefix());
        if (reachedAt != null) {
            properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, reachedAt.toString());
        }
        KafkaStreams checked = new KafkaStreams(topology, properties);
        checked.setUncaughtExceptionHandler(new Survival(checks::missingRights));
        checked.setStateListener((now, before) -> LOG.info("{} -> {}", before, now));
        readiness = new Readiness(config, cluster, stores, serdes::silence, clock);
        streams = checked;
        checked.start();
    }

    /**
     * Everything that can be asked of this instance, also before it is started.
     *
     * @param own where other instances reach this one
     * @param rules that it was made with
     */
    Queries queries(Supplier<InstanceAddress> own, List<RuleDocument> rules) {
        return new Queries(() -> streams, own, new ConfiguredCluster(config, rules, serdes), health());
    }

    /**
     * Opens the topic of published counts to write it; whoever has it open is shut out.
     *
     * @throws ClusterException if no broker answers in time, or there is no such topic
     */
    StatisticsTopic statisticsTopic() {
        return new StatisticsTopic(
                topics,
                ClientProperties.consumer(config),
                ClientProperties.promptProducer(config),
                serdes,
                config.applicationId());
    }

    private InstanceHealth health() {
        return new InstanceHealth() {
            @Override
            public List<String> hindrances() {
                return Monitor.this.hindrances();
            }

            @Override
            public long storeBytes() {
                return SharedRocksMemory.usedBytes();
            }
        };
    }

    private List<String> hindrances() {
        KafkaStreams now = streams;
        if (now == null) {
            return List.of("the topics are being checked");
        }
        return isRunning()
                ? readiness.hindrances(now.metadataForLocalThreads())
                : List.of("not processing: " + now.state());
    }

    public KafkaStreams.State state() {
        return streams == null ? KafkaStreams.State.CREATED : streams.state();
    }

    /** Whether records are being processed: neither starting, nor restoring, nor stopped. */
    public boolean isRunning() {
        return state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it has stopped for good by itself. */
    public boolean hasFailed() {
        return state() == KafkaStreams.State.ERROR;
    }

    /** What became of the records read by this instance, once it is started. */
    public Accounts accounts() {
        return new Accounts(started());
    }

    /** Whether nothing is left to read, once it is started; see {@link Idleness} for one that waits. */
    public Idleness idleness() {
        return new Idleness(started());
    }

    /** Stops within seconds and leaves the group, so that the next start need not wait. */
    @Override
    public void close() {
        if (streams != null) {
            streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(STOP));
        }
        if (readiness != null) {
            readiness.close();
        }
        if (state != null) {
            state.close();
        }
        serdes.close();
    }

    private KafkaStreams started() {
        if (streams == null) {
            throw new IllegalStateException("the monitor is not started");
        }
        return streams;
    }
}
