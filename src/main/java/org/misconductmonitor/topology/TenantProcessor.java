package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.engine.Cause;
import org.misconductmonitor.engine.Contribution;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.engine.TenantState;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.WorkingCalendar;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges the populations of whole tenants by the rules on them, in batches: what comes is stored at once, and compared
 * to what was published a moment later. All facts of a task's tenants are in memory while it runs.
 */
final class TenantProcessor implements Processor<Subject, Arrival, Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(TenantProcessor.class);
    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration POSTPONED = Duration.ofHours(1);
    private static final int SETTLED_A_TICK = 10;
    private static final int ALL = Integer.MAX_VALUE;
    private static final String RULES_CHANGED = "the rules changed";

    private final Evaluators started;
    private final WorkingCalendar calendar;
    private final Backlog backlog;
    private final AlertCodec codec = new AlertCodec();
    private Map<Subject, KeptTenant> tenants;
    private ProcessorContext<Object, Object> context;
    private TenantStore store;
    private AlertStore alerts;
    private SnapshotStore snapshots;
    private DueTimes times;
    private Outputs outputs;
    private RulesInForce rules;
    private TaskClock clock;
    private boolean rulesChecked;

    /** @param started the rules to begin with, before any that are published and count the days of the calendar */
    TenantProcessor(Evaluators started, WorkingCalendar calendar, Backlog backlog) {
        this.backlog = backlog;
        this.started = started;
        this.calendar = calendar;
    }

    /** Also called again, after a transaction was taken back: nothing in memory may outlive that. */
    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        tenants = new TreeMap<>(Comparator.comparing(Subject::id));
        rulesChecked = false;
        store = new TenantStore(context.getStateStore(Names.TENANT_FACTS));
        alerts = new AlertStore(context.getStateStore(Names.TENANT_ALERTS), codec);
        snapshots = new SnapshotStore(context.getStateStore(Names.TENANT_SNAPSHOT));
        times = new DueTimes(context.getStateStore(Names.TENANT_DUE_TIMES));
        outputs = new Outputs(context);
        rules = new RulesInForce(started, calendar, context.getStateStore(Names.RULES));
        clock = new TaskClock(wall(), backlog);
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<Subject, Arrival> record) {
        if (record.value() instanceof Arrival.Contributed contributed) {
            clock.read(contributed.knownAt(), wall());
            take(record.key(), contributed);
        } else if (record.value() instanceof Arrival.RulePublished) {
            rules.changed();
            rulesChecked = false;
            tenants.clear();
        }
    }

    private void take(Subject tenant, Arrival.Contributed arrival) {
        Contribution contribution = arrival.contribution();
        Instant knownAt = arrival.knownAt();
        KeptTenant kept = kept(tenant);
        store.put(tenant, contribution, arrival.stored());
        if (kept.stored().wakeAt() == null || kept.stored().wakeAt().isAfter(knownAt)) {
            // Were the task to stop before it settles, the next one would begin with that.
            save(kept, kept.state().now(), knownAt);
        }
        try {
            kept.accept(contribution, wall());
        } catch (RuntimeException e) {
            LOG.error("A tenant is built again after a failure: {} at {}", e.getClass(), FailurePlace.of(e));
            tenants.remove(tenant);
        }
    }

    private void tick(long wallMs) {
        Instant wall = Instant.ofEpochMilli(wallMs);
        Instant now = clock.now(wall);
        if (!rulesChecked && now.isAfter(Instant.MIN)) {
            String version = rules.evaluators().population().version();
            snapshots.outdated(null, version, ALL).subjects().forEach(tenant -> settle(kept(tenant), now));
            rulesChecked = true;
        }
        for (Subject tenant : times.until(now, SETTLED_A_TICK)) {
            KeptTenant kept = kept(tenant);
            if (kept.isRipe(wall)) {
                settle(kept, now);
            }
        }
    }

    /** Publishes what has changed, and lets time pass. */
    private void settle(KeptTenant kept, Instant now) {
        List<Decision.StoredAlert> changed;
        long begin = System.nanoTime();
        try {
            changed = Decision.encode(kept.state().advance(now, new Cause(now, RULES_CHANGED)), codec);
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Rules on a tenant failed, again in an hour: {} at {}", e.getClass(), FailurePlace.of(e));
            save(kept, kept.stored().now(), now.plus(POSTPONED));
            tenants.remove(kept.tenant());
            return;
        }
        kept.settled(wall(), Duration.ofNanos(System.nanoTime() - begin));
        changed.forEach(stored -> alerts.put(kept.tenant(), stored));
        outputs.alerts(
                kept.tenant(), changed.stream().map(Decision.StoredAlert::alert).toList(), now.toEpochMilli());
        save(kept, kept.state().now(), kept.state().nextDue());
    }

    private void save(KeptTenant kept, Instant now, Instant wakeAt) {
        String version = rules.evaluators().population().version();
        times.move(kept.tenant(), kept.stored().wakeAt(), wakeAt);
        Snapshot snapshot = new Snapshot(version, version, now, wakeAt);
        snapshots.put(kept.tenant(), snapshot);
        kept.stored(snapshot);
    }

    private KeptTenant kept(Subject tenant) {
        return tenants.computeIfAbsent(tenant, t -> {
            Snapshot stored = snapshots.of(t);
            TenantState state = new TenantState(t.id(), rules.evaluators(), store.of(t), alerts.of(t), stored.now());
            return new KeptTenant(t, state, stored);
        });
    }

    private Instant wall() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
