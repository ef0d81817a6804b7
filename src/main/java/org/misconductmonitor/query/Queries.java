package org.misconductmonitor.query;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.AuditBook;
import org.misconductmonitor.topology.AuditLog;
import org.misconductmonitor.topology.DeadLetterBook;
import org.misconductmonitor.topology.DeadLetterReplay;
import org.misconductmonitor.topology.LiveEvents;
import org.misconductmonitor.topology.ReviewDesk;

/** Everything that can be asked of a running instance. Made before the topology runs, so that it can say that it does not. */
public final class Queries implements AutoCloseable {
    private final Alerts alerts;
    private final OfficerStates officers;
    private final SystemStatus system;
    private final RulesInForce rules;
    private final DeadLetterList deadLetters;
    private final Statistics statistics;
    private final Reviews reviews;
    private final OfficerPeers peers;
    private final RuleTrials trials;
    private final AuditTrail audit;

    /**
     * Asks nobody yet.
     *
     * @param streams gives null as long as there are none
     * @param own where other instances reach this one
     * @param alertFeeds open readers of the topic of alerts
     * @param rules reads the rules in force
     * @param deadLetters opens what could not be processed
     * @param replays shut out replays of dead letters that run already
     * @param events open readers of the input topics
     * @param history hands on every event that lies in the input topics now, and says how many records are none
     * @param desks take reviews to the cluster
     * @param auditLogs write the log of operations on people's records
     * @param auditBooks open readers of it
     * @param health of this instance
     */
    public Queries(
            Supplier<KafkaStreams> streams,
            Supplier<InstanceAddress> own,
            Supplier<AlertFeed> alertFeeds,
            Supplier<CurrentRules> rules,
            Supplier<DeadLetterBook> deadLetters,
            Supplier<DeadLetterReplay> replays,
            Supplier<LiveEvents> events,
            ToIntFunction<Consumer<Event>> history,
            Supplier<ReviewDesk> desks,
            Supplier<AuditLog> auditLogs,
            Supplier<AuditBook> auditBooks,
            InstanceHealth health) {
        RunningStreams running = new RunningStreams(streams);
        this.alerts = new Alerts(alertFeeds);
        Holders holders = new Holders(running, own);
        this.officers = new OfficerStates(running, holders);
        this.system = new SystemStatus(running, own, health);
        this.rules = new RulesInForce(rules);
        this.deadLetters = new DeadLetterList(deadLetters, replays);
        this.statistics = new Statistics(events);
        this.reviews = new Reviews(alerts, desks);
        this.peers = new OfficerPeers(running, holders, this.rules);
        this.audit = new AuditTrail(auditLogs, auditBooks);
        this.trials = new RuleTrials(this.rules, history);
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

    public RulesInForce rules() {
        return rules;
    }

    public DeadLetterList deadLetters() {
        return deadLetters;
    }

    public Statistics statistics() {
        return statistics;
    }

    public Reviews reviews() {
        return reviews;
    }

    public OfficerPeers peers() {
        return peers;
    }

    public RuleTrials trials() {
        return trials;
    }

    public AuditTrail audit() {
        return audit;
    }

    @Override
    public void close() {
        audit.close();
        reviews.close();
        trials.close();
        alerts.close();
        statistics.close();
    }
}
