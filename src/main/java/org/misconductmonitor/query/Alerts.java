package org.misconductmonitor.query;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.statistics.Period;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.PublishedAlert;

/** Every alert ever published, and what is published next; the same on every instance. */
public final class Alerts implements AutoCloseable {
    private static final int FACTS_IN_TAIL = 20_000;
    private static final int SOON = 1;
    private static final Duration CATCHING_UP = Duration.ofSeconds(5);

    private final AlertIndex index = new AlertIndex();
    private final AlertTail tail;
    private final Supplier<AlertFeed> feeds;
    private final AlertArchive archive;
    private final AlertWatch watch;

    /** @param feeds open readers of the topic, each from its beginning */
    public Alerts(Supplier<AlertFeed> feeds) {
        this(feeds, FACTS_IN_TAIL);
    }

    /**
     * The same with less in memory.
     *
     * @param factsInTail how many facts of evidence the latest revisions may hold that are kept for those who follow
     */
    public Alerts(Supplier<AlertFeed> feeds, int factsInTail) {
        this.feeds = feeds;
        this.tail = new AlertTail(factsInTail);
        this.archive = new AlertArchive(feeds);
        this.watch = new AlertWatch(feeds, this::take);
    }

    /** Begins to read. */
    public void start() {
        watch.start();
    }

    /** Whether all that was there at the start has been read: until then every other question is refused. */
    public boolean isReady() {
        return watch.isComplete();
    }

    /**
     * Part of a list.
     *
     * @param after where the part begins, or null
     * @param limit how many at most
     */
    public AlertPage list(AlertFilter filter, AlertSort sort, AlertSort.Place after, int limit) {
        requireReady();
        TopicPosition position = position(filter.caller());
        List<AlertEntry> found = index.list(sort, after, filter::accepts, limit + 1);
        List<AlertEntry> shown = found.subList(0, Math.min(limit, found.size()));
        AlertSort.Place next = found.size() > limit ? sort.place(shown.get(limit - 1)) : null;
        return new AlertPage(shown.stream().map(this::latest).toList(), next, index.count(filter::accepts), position);
    }

    /**
     * The latest revision.
     *
     * @return empty if there is none that the caller may know of
     */
    public Optional<Alert> get(String alertId, Caller caller) {
        return entry(alertId, caller).map(this::latest);
    }

    /**
     * Revisions of an alert, the latest first.
     *
     * @param skip how many of the latest to leave out
     * @return empty if there is no such alert that the caller may know of
     */
    public Optional<History> history(String alertId, Caller caller, int skip, int limit) {
        return entry(alertId, caller).map(entry -> history(entry, entry.offsets(), entry.revisions(), skip, limit));
    }

    /** The same of those revisions alone that reviewers made. */
    public Optional<History> actions(String alertId, Caller caller, int skip, int limit) {
        return entry(alertId, caller)
                .map(entry -> history(entry, entry.actions(), entry.actions().length, skip, limit));
    }

    /**
     * The latest revision of an alert that there is, once that one has been read.
     *
     * @param revision that has been published
     * @param end by {@link System#nanoTime}, after which it is told as far as it has been read
     */
    Alert after(String alertId, int revision, long end) throws InterruptedException {
        index.await(alertId, revision, end);
        return latest(index.get(alertId));
    }

    private Optional<AlertEntry> entry(String alertId, Caller caller) {
        requireReady();
        return Optional.ofNullable(index.get(alertId)).filter(entry -> entry.isFor(caller));
    }

    /**
     * Part of a history.
     *
     * @param revisions the latest first
     * @param known how many can be shown
     * @param total how many there are: of very many the first can be read from the topic only
     */
    public record History(List<PublishedAlert> revisions, int known, int total) {
        public History {
            revisions = List.copyOf(revisions);
        }
    }

    private History history(AlertEntry entry, long[] offsets, int total, int skip, int limit) {
        int known = offsets.length;
        int until = Math.max(0, known - skip);
        long[] wanted = Arrays.copyOfRange(offsets, Math.max(0, until - limit), until);
        for (int i = 0; i < wanted.length / 2; i++) {
            long swapped = wanted[i];
            wanted[i] = wanted[wanted.length - 1 - i];
            wanted[wanted.length - 1 - i] = swapped;
        }
        return new History(archive.read(entry.partition(), wanted), known, total);
    }

    /**
     * Follows what is published. Revisions of alerts that rest, or ever rested, on covert facts are neither told to those
     * who may not know of them nor do they move where one stands.
     *
     * @param from where to begin, or null: with what comes next
     * @return empty if the topic does not reach that far: it was made again since
     */
    public Optional<AlertStream> follow(TopicPosition from, Caller caller) {
        requireReady();
        TopicPosition now = index.position();
        boolean tooFar = from != null && !now.reaches(from) && !archive.end().reaches(from);
        return tooFar
                ? Optional.empty()
                : Optional.of(new AlertStream(
                        tail, feeds, from == null ? position(caller) : from, alert -> mayKnow(caller, alert)));
    }

    /** Whether an alert of the rule about the subject rests, or rested, on covert facts. */
    public boolean hasCovert(String ruleId, Subject subject) {
        return index.hasCovert(ruleId, subject);
    }

    private TopicPosition position(Caller caller) {
        return caller.may(Permission.READ_COVERT) ? index.position() : index.openPosition();
    }

    /** Whoever follows may have come further than what is read here: an earlier revision may have been covert. */
    private boolean mayKnow(Caller caller, PublishedAlert published) throws InterruptedException {
        return caller.may(Permission.READ_COVERT)
                || !index.isCovert(published, System.nanoTime() + CATCHING_UP.toNanos());
    }

    /** How many stand, by rule and level; without those that rest, or rested, on covert facts. */
    public Map<RuleLevel, Long> standing() {
        return index.count(
                entry -> entry.stands() && !entry.covert(), entry -> new RuleLevel(entry.ruleId(), entry.level()));
    }

    /** How many there are, by the calendar period (UTC) in which they fired, rule, level and whether they stand. */
    public Map<Fired, Long> overTime(AlertFilter filter, Period period) {
        requireReady();
        return index.count(
                filter::accepts,
                entry -> new Fired(period.of(entry.firedAt()), entry.ruleId(), entry.level(), entry.stands()));
    }

    /**
     * Alerts that are counted together.
     *
     * @param period such as 2024-Q1
     */
    public record Fired(String period, String ruleId, String level, boolean stands) {}

    /** What alerts are counted by. */
    public record RuleLevel(String ruleId, String level) {}

    private Alert latest(AlertEntry entry) {
        Alert kept = index.latest(entry);
        return kept != null ? kept : archive.read(entry.partition(), entry.offset());
    }

    private void take(PublishedAlert alert) {
        index.take(alert);
        tail.add(alert);
    }

    private void requireReady() {
        if (!isReady()) {
            throw new UnavailableException("the alerts are being read from the cluster", SOON);
        }
    }

    @Override
    public void close() {
        watch.close();
        archive.close();
    }
}
