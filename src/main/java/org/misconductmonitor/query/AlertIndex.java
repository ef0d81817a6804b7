package org.misconductmonitor.query;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.AlertCodec;
import org.misconductmonitor.topology.PublishedAlert;

/** Every alert that was ever published, in memory: so much of each, however large it is. */
final class AlertIndex {
    /** Bytes of a latest revision that are kept: those of some ten facts of evidence. */
    static final int LARGEST_KEPT = 2_048;

    private final AlertCodec codec = new AlertCodec();
    private final Map<String, AlertEntry> byId = new HashMap<>();
    private final Map<AlertSort, NavigableMap<AlertSort.Place, AlertEntry>> sorted = new EnumMap<>(AlertSort.class);
    /** Ids of alerts that rest, or rested, on covert facts, forgotten ones too: their first revisions are still there. */
    private final Set<String> covert = new HashSet<>();
    /** What those are about that are not forgotten. */
    private final Set<RuleSubject> muting = new HashSet<>();

    private final Map<String, String> words = new HashMap<>();
    private TopicPosition position = new TopicPosition(Map.of());
    private TopicPosition open = position;

    private record RuleSubject(String ruleId, Subject subject) {}

    AlertIndex() {
        for (AlertSort sort : AlertSort.values()) {
            sorted.put(sort, new TreeMap<>(sort.order()));
        }
    }

    /** Takes the next revision of the topic, the earlier of an alert before the later. */
    synchronized void take(PublishedAlert published) {
        AlertEntry before = byId.get(published.alert().alertId());
        position = position.after(published.partition(), published.offset());
        notifyAll();
        if (published.alert().handling() == Handling.COVERT) {
            covert.add(published.alert().alertId());
        }
        if (!covert.contains(published.alert().alertId())) {
            open = open.after(published.partition(), published.offset());
        }
        if (published.alert().isForgotten()) {
            forget(before);
            return;
        }
        AlertEntry now = entry(published, before);
        byId.put(now.alertId(), now);
        if (now.covert()) {
            muting.add(new RuleSubject(now.ruleId(), now.subject()));
        }
        sorted.forEach((sort, entries) -> {
            if (before != null) {
                entries.remove(sort.place(before));
            }
            entries.put(sort.place(now), now);
        });
    }

    /** @param entry null if nothing of it was known */
    private void forget(AlertEntry entry) {
        if (entry != null) {
            byId.remove(entry.alertId());
            muting.remove(new RuleSubject(entry.ruleId(), entry.subject()));
            sorted.forEach((sort, entries) -> entries.remove(sort.place(entry)));
        }
    }

    /** What has been taken in. */
    synchronized TopicPosition position() {
        return position;
    }

    /** The same as if there were no alerts that rest on covert facts. */
    synchronized TopicPosition openPosition() {
        return open;
    }

    /** Whether an alert of the rule about the subject rests, or rested, on covert facts. */
    synchronized boolean hasCovert(String ruleId, Subject subject) {
        return muting.contains(new RuleSubject(ruleId, subject));
    }

    /**
     * Waits until it has read that place of the topic.
     *
     * @param end by {@link System#nanoTime}, after which it waits no more
     * @return whether the alert rests, or rested, on covert facts
     * @throws UnavailableException if it has not come that far in time
     */
    synchronized boolean isCovert(PublishedAlert published, long end) throws InterruptedException {
        while (!position.isBehind(published.partition(), published.offset())) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw new UnavailableException("the alerts are being read from the cluster", 1);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return covert.contains(published.alert().alertId());
    }

    /** @return null if there is none */
    synchronized AlertEntry get(String alertId) {
        return byId.get(alertId);
    }

    /**
     * Waits until it has that revision of the alert, or a later one.
     *
     * @param end by {@link System#nanoTime}, after which it waits no more
     */
    synchronized void await(String alertId, int revision, long end) throws InterruptedException {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            AlertEntry entry = byId.get(alertId);
            if (entry != null && entry.revision() >= revision) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** How many there are that are accepted. */
    synchronized int count(Predicate<AlertEntry> accepted) {
        return (int) byId.values().stream().filter(accepted).count();
    }

    /** How many there are that are accepted, by what is asked of each. */
    synchronized <K> Map<K, Long> count(Predicate<AlertEntry> accepted, Function<AlertEntry, K> key) {
        return byId.values().stream().filter(accepted).collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    /** @param after null to begin */
    synchronized List<AlertEntry> list(
            AlertSort sort, AlertSort.Place after, Predicate<AlertEntry> accepted, int limit) {
        NavigableMap<AlertSort.Place, AlertEntry> entries = sorted.get(sort);
        return (after == null ? entries : entries.tailMap(after, false))
                .values().stream().filter(accepted).limit(limit).toList();
    }

    /** @return the latest revision, or null if it is too large to be kept */
    synchronized Alert latest(AlertEntry entry) {
        return entry.latest() == null ? null : codec.decode(entry.latest());
    }

    private AlertEntry entry(PublishedAlert published, AlertEntry before) {
        byte[] bytes = codec.encode(published.alert());
        return AlertEntry.of(published, before).kept(this::word, bytes.length > LARGEST_KEPT ? null : bytes);
    }

    /** One copy of a word that many alerts share. */
    private String word(String text) {
        return words.computeIfAbsent(text, same -> same);
    }
}
