package org.misconductmonitor.statistics;

import java.util.List;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.TimeBasis;

/** Where the things that a measure counts come from. */
interface Source {
    List<Item> items(Snapshot snapshot, Query query);

    /** Facts of some types, each at its own time. */
    static Source facts(EventType... types) {
        return (snapshot, query) ->
                snapshot.facts(types).stream().map(Source::item).toList();
    }

    /** At its own time: of a RECORDED fact recordedAt, as corrected. */
    static Item item(Known known) {
        boolean recorded = known.fact().type() == EventType.RECORDED;
        return new Item(
                known,
                recorded
                        ? known.fact().time(TimeBasis.RECORDED_AT)
                        : known.fact().event().at());
    }
}
