package org.misconductmonitor.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.misconductmonitor.engine.RecordView;

/** A place among the facts of a record, the latest first. */
record FactPlace(Instant at, String key) {

    static FactPlace of(RecordView.Fact fact) {
        return new FactPlace(fact.at(), fact.stored().key());
    }

    /** @param parts of a cursor, or null */
    static FactPlace of(List<String> parts) {
        try {
            return parts == null ? null : new FactPlace(Instant.parse(parts.get(0)), parts.get(1));
        } catch (DateTimeException e) {
            throw ProblemException.parameters(List.of(
                    new ProblemException.Error("cursor", "cursor must be the 'next' of the part before, as it came")));
        }
    }

    /** Whether the fact comes later in the list. */
    boolean isBefore(RecordView.Fact fact) {
        int byTime = fact.at().compareTo(at);
        return byTime < 0 || (byTime == 0 && fact.stored().key().compareTo(key) < 0);
    }

    String cursor() {
        return Cursor.of(at.toString(), key);
    }
}
