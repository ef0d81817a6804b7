package org.misconductmonitor.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.MisconductTopology;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.TopicRenewal;

/**
 * Lets the monitor forget everything it has derived, so that its next start computes it from the input topics. Offsets
 * go first: stores that are there while offsets are not only make it read what it knows, but offsets without stores
 * would make it go on with history missing.
 */
public final class StateReset {
    /** Facts on their way are derived again; old ones could bring back what was corrected since. */
    private static final List<MonitorTopic> ALWAYS = List.of(MonitorTopic.HANDOVERS, MonitorTopic.CONTRIBUTIONS);

    private static final List<MonitorTopic> OUTPUT =
            List.of(MonitorTopic.ALERTS, MonitorTopic.REVIEW_OUTCOMES, MonitorTopic.DEAD_LETTERS);
    /** Their old rows would stay for ever where the new computation has none, such as after a rule was changed. */
    private static final List<MonitorTopic> TABLES = List.of(MonitorTopic.STANDING_ALERTS, MonitorTopic.STATISTICS);

    private final MonitorConfig config;
    private final Admin admin;
    private final ClusterAnswers answers;
    private final TopicRenewal topics;
    private final MonitorGroup group;

    /** @param admin stays open */
    public StateReset(MonitorConfig config, Admin admin) {
        this.config = config;
        this.admin = admin;
        this.answers = new ClusterAnswers(config.bootstrapServers());
        this.topics = new TopicRenewal(admin, answers);
        this.group = new MonitorGroup(config, admin);
    }

    /**
     * Finds out what there is; changes nothing.
     *
     * @param deleteOutput whether alerts and dead letters are to be deleted, too
     * @throws ResetException if an instance is running, or nothing is left of an application of this name: its topics
     *     may belong to one of another name
     */
    public ResetPlan plan(boolean deleteOutput) {
        Path directory = LocalState.directory(config);
        boolean known = isKnownAndAtRest() || Files.exists(directory);
        Set<String> names = topics.names();
        String application = config.applicationId();
        List<String> internal = MisconductTopology.stores(Monitor.topology(config, RuleSet.NONE)).stream()
                .map(store -> application + "-" + store + "-changelog")
                .filter(names::contains)
                .toList();
        if (!known && internal.isEmpty()) {
            throw new ResetException(
                    "there is nothing to reset: " + config.bootstrapServers() + " has no offsets and no changelogs of "
                            + application + ", and there is no " + directory
                            + ". Are application.id, bootstrap.servers and state.dir right?",
                    null);
        }
        return new ResetPlan(
                application,
                directory,
                internal,
                existing(
                        names,
                        deleteOutput
                                ? Stream.concat(ALWAYS.stream(), OUTPUT.stream())
                                        .toList()
                                : ALWAYS),
                existing(names, TABLES),
                names.stream()
                        .filter(name -> name.startsWith(application + "-")
                                && (name.endsWith("-changelog") || name.endsWith("-repartition"))
                                && !internal.contains(name))
                        .sorted()
                        .toList());
    }

    /**
     * Does it. If it fails half-way, do it again before the monitor is started.
     *
     * @throws ResetException if an instance has started meanwhile, or files cannot be deleted
     */
    public void execute(ResetPlan plan) {
        deleteGroup(plan.group());
        if (!plan.truncated().isEmpty()) {
            topics.truncate(plan.truncated());
        }
        LocalState.delete(plan.directory());
        if (!plan.recreated().isEmpty()) {
            topics.recreate(plan.recreated());
        }
        // Last: as long as any is there, a reset that failed half-way can be done again.
        if (!plan.internal().isEmpty()) {
            topics.delete(plan.internal());
        }
    }

    private List<String> existing(Set<String> names, List<MonitorTopic> wanted) {
        return wanted.stream()
                .map(config.topics().catalog()::name)
                .filter(names::contains)
                .toList();
    }

    private boolean isKnownAndAtRest() {
        if (!group.isAtRest()) {
            throw running(null);
        }
        return group.isKnown();
    }

    /** The broker decides: it deletes no group that has members, whoever started them since. */
    private void deleteGroup(String id) {
        try {
            admin.deleteConsumerGroups(List.of(id)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ResetException("interrupted: nothing was changed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                throw running(e);
            }
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw answers.failure("delete the offsets of " + id + ", so nothing was changed", e.getCause());
            }
        }
    }

    private ResetException running(Exception cause) {
        return new ResetException(
                "the monitor " + config.applicationId() + " is running: stop every instance first. One that was killed"
                        + " counts as running for some ten seconds more. Nothing was changed",
                cause);
    }
}
