package org.misconductmonitor.query;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.misconductmonitor.topology.AlertFeed;

/** Everything that can be asked of a running instance. Made before the topology runs, so that it can say that it does not. */
public final class Queries implements AutoCloseable {
    private final Alerts alerts;
    private final OfficerStates officers;
    private final SystemStatus system;

    /**
     * Asks nobody yet.
     *
     * @param streams gives null as long as there are none
     * @param own where other instances reach this one
     * @param alertFeeds open readers of the topic of alerts
     */
    public Queries(Supplier<KafkaStreams> streams, Supplier<InstanceAddress> own, Supplier<AlertFeed> alertFeeds) {
        RunningStreams running = new RunningStreams(streams);
        this.alerts = new Alerts(alertFeeds);
        this.officers = new OfficerStates(running, own);
        this.system = new SystemStatus(running, own);
    }

    public Alerts alerts() {
        return alerts;
    }

    public OfficerStates officers() {
        return officers;
    }

    public SystemStatus system() {
        return system;
    }

    @Override
    public void close() {
        alerts.close();
    }
}
