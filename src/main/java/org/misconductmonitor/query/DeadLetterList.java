package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.misconductmonitor.topology.ClusterException;
import org.misconductmonitor.topology.DeadLetter;
import org.misconductmonitor.topology.DeadLetterBook;
import org.misconductmonitor.topology.DeadLetterPlan;
import org.misconductmonitor.topology.DeadLetterReplay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What could not be processed, without what it holds. */
public final class DeadLetterList {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterList.class);
    private static final Comparator<Letter> NEWEST_FIRST =
            Comparator.comparing(Letter::ingestedAt).reversed().thenComparing(Letter::position);
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final Supplier<DeadLetterBook> books;
    private final Supplier<DeadLetterReplay> replays;
    private List<Letter> last;
    private long readAt;

    /**
     * @param books open the topic
     * @param replays shut out replays that run already
     */
    DeadLetterList(Supplier<DeadLetterBook> books, Supplier<DeadLetterReplay> replays) {
        this.books = books;
        this.replays = replays;
    }

    /**
     * A record that could not be processed.
     *
     * @param position where it is in the dead-letter topic
     * @param ingestedAt ingestion time of the record
     * @param reason code
     * @param field name of the field that is wrong, or null
     * @param topic where the record is
     * @param partition where the record is
     * @param offset where the record is
     * @param publisher who published it, "unknown" if it could not be read
     * @param replayed whether it was published again since
     */
    public record Letter(
            String position,
            Instant ingestedAt,
            String reason,
            String field,
            String topic,
            int partition,
            long offset,
            String publisher,
            boolean replayed) {}

    /** What became of a letter that was to be published again. */
    public enum Outcome {
        REPLAYED,
        /** It had been published again already, and was left alone. */
        BEFORE,
        /** It does not come from a topic that the monitor reads, and was left alone. */
        FOREIGN,
        /** There is no such dead letter. */
        ABSENT
    }

    /**
     * All of them as they were less than two seconds ago, the newest first.
     *
     * @throws UnavailableException if the cluster does not tell
     */
    public synchronized List<Letter> all() {
        if (last == null || System.nanoTime() - readAt > FRESH_NANOS) {
            try (DeadLetterBook book = books.get()) {
                book.read();
                last = book.letters().stream()
                        .map(letter -> letter(letter, book.isReplayed(letter)))
                        .sorted(NEWEST_FIRST)
                        .toList();
            } catch (RuntimeException e) {
                throw new UnavailableException("the dead letters cannot be read from the cluster now", 5);
            }
            readAt = System.nanoTime();
        }
        return last;
    }

    /**
     * Publishes those chosen again, each exactly once however often this is asked: all of them, or none if it fails.
     *
     * @param chosen sees letters as {@link #all} tells them
     * @param positions that are asked for by name, none of which may go unanswered
     * @return by position
     * @throws UnavailableException if the cluster does not take them; none were published then
     */
    public Map<String, Outcome> replay(Predicate<Letter> chosen, Collection<String> positions) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        positions.forEach(position -> outcomes.put(position, Outcome.ABSENT));
        synchronized (this) {
            last = null;
            try (DeadLetterReplay replay = replays.get();
                    DeadLetterBook book = books.get()) {
                book.read();
                DeadLetterPlan plan =
                        DeadLetterPlan.of(book, letter -> chosen.test(letter(letter, book.isReplayed(letter))));
                replay.replay(book, plan.open());
                plan.open().forEach(letter -> outcomes.put(letter.position(), Outcome.REPLAYED));
                plan.before().forEach(letter -> outcomes.put(letter.position(), Outcome.BEFORE));
                plan.foreign().forEach(letter -> outcomes.put(letter.position(), Outcome.FOREIGN));
            } catch (ClusterException e) {
                throw new UnavailableException(e.getMessage(), 5);
            } catch (RuntimeException e) {
                LOG.warn(
                        "Dead letters could not be published again: {}",
                        e.getClass().getName());
                throw new UnavailableException("nothing was published again: the cluster does not take it now", 5);
            }
        }
        return outcomes;
    }

    private static Letter letter(DeadLetter letter, boolean replayed) {
        DeadLetter.Source source = letter.source();
        return new Letter(
                letter.position(),
                Instant.ofEpochMilli(source.timestamp()),
                letter.reason(),
                letter.field(),
                source.topic(),
                source.partition(),
                source.offset(),
                letter.publisher(),
                replayed);
    }
}
