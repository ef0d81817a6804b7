package org.misconductmonitor.query;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

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
     * @param cluster is asked when somebody asks
     * @param health of this instance
     */
    public Queries(
            Supplier<KafkaStreams> streams, Supplier<InstanceAddress> own, Cluster cluster, InstanceHealth health) {
        RunningStreams running = new RunningStreams(streams);
        this.alerts = new Alerts(cluster::alerts);
        Holders holders = new Holders(running, own);
        this.officers = new OfficerStates(running, holders);
        this.system = new SystemStatus(running, own, health);
        this.rules = new RulesInForce(cluster::rules);
        this.deadLetters = new DeadLetterList(cluster::deadLetters, cluster::replay);
        this.statistics = new Statistics(cluster::events);
        this.reviews = new Reviews(alerts, cluster::reviews);
        this.peers = new OfficerPeers(running, holders, rules);
        this.audit = new AuditTrail(cluster::auditLog, cluster::auditBook);
        this.trials = new RuleTrials(rules, cluster::history, own);
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
