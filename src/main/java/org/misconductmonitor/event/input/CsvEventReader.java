package org.misconductmonitor.event.input;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.EventDraft;
import org.misconductmonitor.event.EventFormatException;

/** Reads the events of a table. One row may give several; each is accepted or rejected on its own. */
final class CsvEventReader extends FileEventReader {
    private final CsvRows rows;
    private final List<EventRule> rules;
    private final EventDraft draft = new EventDraft();
    private final Deque<ReadEntry> ready = new ArrayDeque<>();

    private CsvEventReader(InputFile file, CsvRows rows, List<EventRule> rules) {
        super(file);
        this.rows = rows;
        this.rules = rules;
    }

    static CsvEventReader open(InputFile file, CsvMapping mapping) throws IOException {
        try {
            CsvRows rows = new CsvRows(new LineSource(file), mapping.separator());
            Map<String, Integer> header = header(rows.next(), file.name());
            List<EventRule> rules =
                    mapping.events().stream().map(rule -> rule.bind(header)).toList();
            return new CsvEventReader(file, rows, rules);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Index of every column; -1 for a name that two columns have. */
    private static Map<String, Integer> header(CsvRows.Row first, String name) {
        if (first == null) {
            throw new CsvMappingException(name + ":1:1", "the table is empty; its first row must name the columns");
        }
        if (first.fault() != null) {
            throw new CsvMappingException(name, first.fault().message());
        }
        Map<String, Integer> header = new HashMap<>();
        for (int i = 0; i < first.cells().size(); i++) {
            int index = i;
            header.compute(first.cells().get(i).strip(), (column, before) -> before == null ? index : -1);
        }
        return header;
    }

    @Override
    public ReadEntry next() throws IOException {
        while (ready.isEmpty()) {
            CsvRows.Row row = rows.next();
            if (row == null) {
                return null;
            }
            if (row.fault() != null) {
                return row.fault();
            }
            for (EventRule rule : rules) {
                if (rule.appliesTo(row.cells())) {
                    ready.add(entry(rule, row));
                }
            }
        }
        return ready.remove();
    }

    private ReadEntry entry(EventRule rule, CsvRows.Row row) {
        try {
            return new AcceptedEvent(row.line(), rule.event(row.cells(), draft));
        } catch (EventFormatException e) {
            return RejectedLine.of(row.line(), e);
        }
    }
}
