package org.misconductmonitor.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.misconductmonitor.endtoend.Offsets;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.endtoend.Stories;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.statistics.Catalogue;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.MonitorTopic;

/** A monitor in processes of its own to which a plan of faults happens while events flow; then the oracle looks at it. */
final class FaultRun {
    /** Where logs and tables stay for somebody to look at. */
    static final Path LEFT_BEHIND = Path.of("target", "faults");

    private static final Duration START = Duration.ofSeconds(240);
    private static final Duration AGREE = Duration.ofSeconds(300);
    /** Little: what a killed monitor has to catch up with says nothing about how it recovers. */
    private static final int RECORDS_AHEAD = 400;

    private final String name;
    private final EmbeddedPlatform platform;
    private final Setting setting;
    private final FaultPlan plan;
    private final Path rules;
    private final Path logs;
    private final Site site;
    private final List<Instance> instances = new ArrayList<>();
    private final Recoveries recoveries;
    private final Progress progress;
    private Offsets offsets;

    /**
     * @param name of the run, for people
     * @param rules file or directory
     * @param directory for the disks of the instances
     */
    FaultRun(String name, EmbeddedPlatform platform, Setting setting, FaultPlan plan, Path rules, Path directory) {
        this.name = name;
        this.platform = platform;
        this.setting = setting;
        this.plan = plan;
        this.rules = rules;
        this.logs = LEFT_BEHIND.resolve(name + "-" + plan.seed());
        this.recoveries = new Recoveries(name);
        this.progress = new Progress(name);
        this.site = Site.create(platform, directory, setting.settings());
        Disk.delete(logs);
        logs.toFile().mkdirs();
        for (int i = 0; i < setting.instances(); i++) {
            instances.add(new Instance(site, rules, directory, logs, "instance-" + i));
        }
    }

    /**
     * @param eventsPerSecond that are published meanwhile
     * @throws AssertionError with the plan, if the monitor does not recover or the oracle finds a difference
     */
    Recoveries run(int eventsPerSecond) {
        Instant begun = Instant.now();
        try (Offsets looking = new Offsets(site)) {
            offsets = looking;
            int published = withEvents(eventsPerSecond);
            progress.tell("all faults have struck, %,d events are published", published);
            Patience.await(offsets::behind);
            progress.tell("all is processed");
            RuleSet loaded = RuleFiles.load(List.of(rules)).rules();
            Patience.until(AGREE, () -> {
                Said said = said();
                progress.tell("all that was said is read");
                assertThat(Oracle.differences(said, loaded, begun)).isEmpty();
            });
            progress.tell("%d kills, %,d events, no difference", plan.kills(), published);
            return recoveries;
        } catch (Throwable e) {
            throw new AssertionError(name + ", logs in " + logs + ", " + plan, e);
        } finally {
            instances.forEach(Instance::close);
            platform.broker().start();
            Strikes.startRegistry(platform);
            site.drop();
        }
    }

    private int withEvents(int eventsPerSecond) throws IOException, InterruptedException {
        Happenings happenings = new Happenings(plan.seed(), Stories.golden());
        try (HastyReviewer reviewer = new HastyReviewer(site, plan.seed());
                UnrulyPublisher publisher =
                        new UnrulyPublisher(site, happenings, plan.seed(), eventsPerSecond, this::keepsUp)) {
            publisher.start();
            instances.forEach(Instance::start);
            Patience.until(START, () -> assertThat(offsets.committedTotal()).isPositive());
            progress.tell("at work");
            Strikes strikes = new Strikes(platform, instances, offsets);
            int struck = 0;
            for (FaultPlan.Step step : plan.steps()) {
                TimeUnit.MILLISECONDS.sleep(step.pauseMs());
                reviewer.act();
                assertThat(instances).allMatch(Instance::isAlive, "alive before " + step);
                String recovery = strikes.strike(step, recoveries);
                progress.tell("%d of %d: %s: %s", ++struck, plan.steps().size(), step.fault(), recovery);
            }
            return publisher.published();
        }
    }

    /** On a slow machine nobody publishes more than the monitor can read in a while. */
    private boolean keepsUp() {
        try {
            return offsets.unread(offsets.ends(MonitorTopic.ALLEGATIONS)).values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                    < RECORDS_AHEAD;
        } catch (IllegalStateException e) {
            // The broker is away: publishers have to find out for themselves.
            return true;
        }
    }

    private Said said() {
        return new Said(
                Arrived.at(site),
                Said.actions(site),
                site.transitions(),
                site.alerts(MonitorTopic.STANDING_ALERTS),
                Said.outcomes(site),
                Said.deadLetters(site),
                Account.told(asked("/api/v1/system/accounts"), inputTopics()),
                statistics());
    }

    private Map<String, JsonNode> statistics() {
        Map<String, JsonNode> tables = new TreeMap<>();
        Catalogue.tables().forEach(table -> tables.put(table.id(), asked("/api/v1/statistics/" + table.id())));
        return tables;
    }

    /** While partitions still move it cannot be told. */
    private JsonNode asked(String target) {
        Instance last = instances.get(instances.size() - 1);
        return Awaitility.await(target)
                .atMost(START)
                .until(() -> last.ask(target), Optional::isPresent)
                .orElseThrow();
    }

    private List<String> inputTopics() {
        return Arrays.stream(Feed.values())
                .map(feed -> site.topic(EventAvro.topic(feed)))
                .toList();
    }
}
