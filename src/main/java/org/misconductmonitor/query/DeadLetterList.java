package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.misconductmonitor.topology.DeadLetter;
import org.misconductmonitor.topology.DeadLetterBook;

/** What could not be processed, without what it holds. */
public final class DeadLetterList {
    private static final Comparator<Letter> NEWEST_FIRST =
            Comparator.comparing(Letter::ingestedAt).reversed().thenComparing(Letter::position);
    private static final long FRESH_NANOS = 2_000_000_000L;

    private final Supplier<DeadLetterBook> books;
    private List<Letter> last;
    private long readAt;

    /** @param books open the topic */
    DeadLetterList(Supplier<DeadLetterBook> books) {
        this.books = books;
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
