package org.misconductmonitor.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertLives;
import org.misconductmonitor.alert.Refusal;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.alert.ReviewPolicy;
import org.misconductmonitor.alert.Storm;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.serdes.EncodedRecord;

/**
 * Keeps the lives of alerts and is the only one that publishes alerts: what is computed, what reviewers do and what falls
 * due all become revisions here, numbered in one row. Every action gets an outcome.
 */
final class AlertLifeProcessor implements Processor<Subject, LifeInput, String, Object> {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int WOKEN_A_TICK = 100;

    private final ReviewPolicy policy;
    private final int cachedFacts;
    private final Backlog backlog;
    private final AlertCodec codec = new AlertCodec();
    private final ReviewOutcomeAvro outcomeAvro = new ReviewOutcomeAvro();
    private final Combinations combinations = new Combinations();
    private ProcessorContext<String, Object> context;
    private LifeStore store;
    private LifeTimes times;
    private LifeNotes notes;
    private TaskClock clock;
    private long streamTime;

    /** @param cachedFacts how many facts the alerts in memory may have as evidence */
    AlertLifeProcessor(ReviewPolicy policy, int cachedFacts, Backlog backlog) {
        this.backlog = backlog;
        this.policy = policy;
        this.cachedFacts = cachedFacts;
    }

    /** Also called again, after a transaction was taken back: nothing in memory may outlive that. */
    @Override
    public void init(ProcessorContext<String, Object> processorContext) {
        context = processorContext;
        store = new LifeStore(context.getStateStore(Names.ALERT_LIVES_STORE), codec, policy, cachedFacts);
        times = new LifeTimes(context.getStateStore(Names.LIFE_TIMES));
        notes = new LifeNotes(context.getStateStore(Names.LIFE_NOTES));
        clock = new TaskClock(wall(), backlog);
        streamTime = context.currentStreamTimeMs();
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<Subject, LifeInput> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        clock.read(at, wall());
        notes.begun(wall());
        if (record.value() instanceof LifeInput.AlertTransitions transitions) {
            take(record.key(), transitions.alerts(), at);
        } else if (record.value() instanceof LifeInput.Reviewed reviewed) {
            act(record.key(), reviewed.action(), at);
        }
    }

    private void take(Subject home, List<Alert> transitions, Instant at) {
        Map<LivesKey, List<Alert>> together = transitions.stream()
                .collect(Collectors.groupingBy(
                        alert -> LivesKey.of(home, alert), LinkedHashMap::new, Collectors.toList()));
        together.forEach((key, alerts) -> publish(key, store.lives(key).take(alerts, at), at));
    }

    private void act(Subject subject, ReviewAction action, Instant at) {
        Optional<LivesKey> key = store.find(subject, action.alertId());
        if (key.isEmpty()) {
            outcome(subject, unknown(action), at);
            return;
        }
        AlertLives lives = store.lives(key.get());
        AlertLives.Review review = lives.act(action, at.isBefore(notes.begun(wall())), at);
        publish(key.get(), review.revisions(), at);
        // Also what was refused is remembered, so that it is not judged again.
        Alert remembered = lives.get(action.alertId());
        store.put(key.get(), remembered, codec.record(remembered));
        outcome(subject, review.outcome(), at);
    }

    private void tick(long wall) {
        Instant now = reached(Instant.ofEpochMilli(wall));
        times.until(now, WOKEN_A_TICK).forEach(entry -> {
            publish(entry.lives(), store.lives(entry.lives()).advance(now), now);
            times.usedUp(entry);
        });
    }

    /**
     * How late it is. While the task reads anything, alerts or not, its records say it: an acknowledgement that was given
     * in time may be behind them.
     */
    private Instant reached(Instant wall) {
        if (context.currentStreamTimeMs() == streamTime) {
            return clock.now(wall);
        }
        streamTime = context.currentStreamTimeMs();
        clock.read(Instant.ofEpochMilli(streamTime), wall);
        return Instant.ofEpochMilli(streamTime);
    }

    private void publish(LivesKey key, List<Alert> revisions, Instant at) {
        for (Alert revision : revisions) {
            Alert told = judged(revision, at);
            EncodedRecord value = codec.record(told);
            if (told.isForgotten()) {
                forget(key, told, value, at);
                continue;
            }
            store.put(key, told, value);
            if (told.life().due() != null) {
                times.note(key, told.life().due());
            }
            tell(key, told, value, at);
        }
    }

    private void tell(LivesKey key, Alert told, EncodedRecord value, Instant at) {
        context.forward(new Record<>(key.home().id(), value, at.toEpochMilli()), Names.ALERTS_SINK);
        context.forward(new Record<>(told.alertId(), value, at.toEpochMilli()), Names.STANDING_ALERTS_SINK);
        combinations.of(told, at).ifPresent(entry -> context.forward(entry, Names.AUDIT_SINK));
    }

    /** Its row goes only after it has said so: readers that pass over rows which are gone must not go on with the old. */
    private void forget(LivesKey key, Alert told, EncodedRecord value, Instant at) {
        store.forget(key, told.alertId());
        times.forget(key);
        tell(key, told, value, at);
        context.forward(new Record<>(told.alertId(), null, at.toEpochMilli()), Names.STANDING_ALERTS_SINK);
        store.lives(key).latest().stream()
                .map(left -> left.life().due())
                .filter(Objects::nonNull)
                .forEach(due -> times.note(key, due));
    }

    private Alert judged(Alert revision, Instant at) {
        if (!revision.notice().tells()) {
            return revision;
        }
        String ruleId = revision.rule().id();
        Storm storm = notes.storm(ruleId).with(at);
        notes.put(ruleId, storm);
        return storm.judge(revision, policy.stormLimit());
    }

    private void outcome(Subject subject, ReviewOutcome outcome, Instant at) {
        context.forward(
                new Record<>(subject.id(), outcomeAvro.write(outcome, at), at.toEpochMilli()),
                Names.REVIEW_OUTCOMES_SINK);
    }

    private static ReviewOutcome unknown(ReviewAction action) {
        return new ReviewOutcome(
                action.actionId(),
                action.alertId(),
                ReviewOutcome.Result.REFUSED,
                new Refusal(
                        Refusal.Reason.UNKNOWN_ALERT,
                        "there is no alert " + action.alertId()
                                + " about this officer or tenant; all there are: alerts list --all"),
                0,
                null);
    }

    private Instant wall() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
