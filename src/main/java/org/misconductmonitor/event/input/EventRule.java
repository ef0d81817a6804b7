package org.misconductmonitor.event.input;

import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.EventFormatException;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Texts;

/**
 * How one event comes from a row.
 *
 * @param when the event is made only if this is not empty; null means always
 */
record EventRule(CellText when, String place, List<CellRule> fields) {
    EventRule bind(Map<String, Integer> header) {
        return new EventRule(
                when == null ? null : when.bind(header, place),
                place,
                fields.stream().map(rule -> rule.bind(header)).toList());
    }

    boolean appliesTo(List<String> cells) {
        return when == null || when.of(cells) != null;
    }

    /** @throws EventFormatException if the row gives no event */
    Event event(List<String> cells, EventDraft draft) {
        draft.clear();
        for (CellRule rule : fields) {
            draft.set(rule.field(), rule.value(cells));
        }
        try {
            if (draft.get(Field.EVENT_TYPE) instanceof String word) {
                Texts.knownType(word);
            }
            return draft.build();
        } catch (InvalidEventException e) {
            throw new EventFormatException(
                    e.rejection().reason(), e.rejection().field().jsonName(), "its cell is empty");
        }
    }
}
