package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;

/**
 * A subject's record for those who look at it: every fact with what becomes of it, as the engine sees it.
 *
 * @param subject whose record it is
 * @param facts in order of their own business time
 */
public record RecordView(Subject subject, List<Fact> facts) {
    private static final Comparator<Fact> IN_ORDER = Comparator.comparing(
                    (Fact fact) -> fact.stored().order())
            .thenComparing(fact -> fact.stored().key());

    public RecordView {
        facts = List.copyOf(facts);
    }

    /** What becomes of a fact. */
    public enum Standing {
        /** It counts. */
        COUNTS,
        /** Its allegation was reassigned: it is part of another officer's record. */
        HANDED_OVER,
        /** Another fact took its place. */
        SUPERSEDED,
        /** A draft, withdrawn, restricted, a duplicate or about the wrong person. */
        NOT_FINAL,
        /** The subject is a witness or victim in it. */
        NOT_ABOUT_CONDUCT,
        /** A type of fact that this release does not know. */
        UNKNOWN_TYPE,
        /** It says that what lay before it was erased. */
        ERASURE
    }

    /**
     * A fact.
     *
     * @param stored as it is stored
     * @param standing what becomes of it
     * @param seen with what others say of it; for a fact that is out, as if it were not
     */
    public record Fact(StoredFact stored, Standing standing, Observation seen) {
        public Event event() {
            return stored.event();
        }

        public EventType type() {
            return stored.event().type();
        }

        public Instant at() {
            return stored.event().at();
        }

        public boolean counts() {
            return standing == Standing.COUNTS;
        }

        /** As its publisher says, or else as the record of its allegation: the stricter of both. */
        public Handling handling() {
            return Handling.of(event().text(Field.HANDLING)).and(Handling.of(seen.text(Field.HANDLING)));
        }
    }

    /** @param facts every fact stored of the subject, in any order */
    public static RecordView of(Subject subject, Iterable<StoredFact> facts) {
        OfficerRecord record = new OfficerRecord(subject);
        record.load(facts);
        return new RecordView(
                subject,
                record.index().entries().stream()
                        .map(record::view)
                        .sorted(IN_ORDER)
                        .toList());
    }

    /** The same with only some of the facts; what is said of each stays as all of them have it. */
    public RecordView only(Predicate<Fact> wanted) {
        return new RecordView(subject, facts.stream().filter(wanted).toList());
    }

    /** The record as it would be if some facts had never been published: what they say of others is unsaid too. */
    public RecordView without(Predicate<Fact> unwanted) {
        List<StoredFact> rest =
                facts.stream().filter(unwanted.negate()).map(Fact::stored).toList();
        return rest.size() == facts.size() ? this : of(subject, rest);
    }

    /** Those that count. */
    public List<Fact> counting() {
        return facts.stream().filter(Fact::counts).toList();
    }
}
