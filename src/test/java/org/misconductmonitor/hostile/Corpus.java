package org.misconductmonitor.hostile;

import java.time.Instant;
import java.util.List;

/** Everything hostile that anybody has thought of, or that a fuzzer has found; the same every time. */
public final class Corpus {
    private Corpus() {}

    /** @param now when they are published, about */
    public static List<HostileRecord> of(Schemas schemas, Instant now) {
        Records records = new Records(schemas, now);
        BrokenBytes.into(records);
        BrokenTexts.into(records);
        BrokenDates.into(records);
        Evolution.into(records);
        SchemaBombs.into(records);
        Envelopes.into(records);
        OtherTopics.into(records);
        return records.all();
    }
}
