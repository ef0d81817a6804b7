package org.misconductmonitor.topology;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All dead letters, and which of them were published again. A record that died twice, after a reset, is there once. */
public final class DeadLetterBook implements AutoCloseable {
    /** What the monitor reads: nothing else can be published again. */
    static final Set<MonitorTopic> REPLAYABLE = Set.of(
            MonitorTopic.ALLEGATIONS,
            MonitorTopic.VETTING,
            MonitorTopic.WORKFORCE,
            MonitorTopic.REPORTS,
            MonitorTopic.REVIEWS,
            MonitorTopic.RULES,
            MonitorTopic.HANDOVERS,
            MonitorTopic.CONTRIBUTIONS);

    private final TopicCatalog topics;
    private final Map<String, ?> properties;
    private final TopicReader reader;
    private final Map<DeadLetter.Source, DeadLetter> letters = new LinkedHashMap<>();
    private final Set<DeadLetter.Source> replayed = new HashSet<>();

    /**
     * Opens it; nothing is read yet.
     *
     * @param properties of a consumer
     */
    public DeadLetterBook(TopicCatalog topics, Map<String, ?> properties) {
        this.topics = topics;
        this.properties = properties;
        this.reader = new TopicReader(properties, topics.name(MonitorTopic.DEAD_LETTERS));
    }

    /**
     * Reads what there is; contents are not kept.
     *
     * @throws ClusterException if it cannot be read to its end
     */
    public void read() {
        letters.clear();
        replayed.clear();
        reader.readAll(record -> {
            Optional<DeadLetter.Source> note = DeadLetter.replayed(record);
            if (note.isPresent()) {
                replayed.add(note.get());
            } else {
                DeadLetter.of(record).ifPresent(letter -> letters.put(letter.source(), letter.withoutContent()));
            }
        });
    }

    /** In the order they were written, within each partition; without contents. */
    public List<DeadLetter> letters() {
        return List.copyOf(letters.values());
    }

    public boolean isReplayed(DeadLetter letter) {
        return replayed.contains(letter.source());
    }

    /** Whether it comes from a topic that the monitor reads: no header can make us write anywhere else. */
    public boolean isReplayable(DeadLetter letter) {
        return REPLAYABLE.stream().map(topics::name).anyMatch(letter.source().topic()::equals);
    }

    /** Reads once more and hands on those chosen, whole: what was withheld from where it came from. */
    public void contents(Predicate<DeadLetter> chosen, Consumer<DeadLetter> taker) {
        try (OriginalRecords originals = new OriginalRecords(properties)) {
            reader.readAll(record -> DeadLetter.of(record)
                    .filter(this::isLatest)
                    .filter(chosen)
                    .map(letter -> letter.isWithheld() ? letter.withValue(originals.value(letter.source())) : letter)
                    .ifPresent(taker));
        }
    }

    private boolean isLatest(DeadLetter letter) {
        return Stream.ofNullable(letters.get(letter.source()))
                .anyMatch(known -> known.position().equals(letter.position()));
    }

    @Override
    public void close() {
        reader.close();
    }
}
