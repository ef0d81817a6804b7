package org.misconductmonitor.event.input;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.misconductmonitor.event.Rejection.Reason;

/** Rows of a table. A row that is broken is one bad line: the reading goes on with the line after it. */
final class CsvRows {
    private static final int MOST_LINES = 1000;

    private final LineSource lines;
    private final CsvSplitter splitter;
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int columns;

    CsvRows(LineSource lines, char separator) {
        this.lines = lines;
        this.splitter = new CsvSplitter(separator);
    }

    /**
     * A row, or what is wrong with it.
     *
     * @param cells as many as the header has, or null
     * @param fault or null
     */
    record Row(long line, List<String> cells, RejectedLine fault) {}

    private record Line(long number, String text, RejectedLine fault) {
        boolean isBlank() {
            return fault == null && text.isBlank();
        }
    }

    /** @return the next row, or null at the end; the first one is the header */
    Row next() throws IOException {
        Line first = take();
        while (first != null && first.isBlank()) {
            first = take();
        }
        if (first == null) {
            return null;
        }
        if (first.fault() != null) {
            return new Row(first.number(), null, first.fault());
        }
        List<Line> more = new ArrayList<>();
        CsvSplitter.State state = splitter.start(first.text());
        int length = first.text().length();
        while (state == CsvSplitter.State.OPEN && more.size() < MOST_LINES && length <= LineSource.LONGEST) {
            Line line = take();
            if (line == null) {
                break;
            }
            more.add(line);
            if (line.fault() != null) {
                break;
            }
            length += line.text().length();
            state = splitter.goOn(line.text());
        }
        return row(first.number(), state, more);
    }

    private Row row(long number, CsvSplitter.State state, List<Line> more) {
        List<String> cells = splitter.cells();
        String hint = hint(state, cells.size());
        if (hint == null) {
            columns = cells.size();
            return new Row(number, cells, null);
        }
        for (int i = more.size() - 1; i >= 0; i--) {
            givenBack.addFirst(more.get(i));
        }
        return new Row(number, null, new RejectedLine(number, null, Reason.NOT_CSV, hint));
    }

    private String hint(CsvSplitter.State state, int cells) {
        return switch (state) {
            case OPEN -> "a quote is opened and never closed; write a quote inside a cell twice";
            case BROKEN -> "text follows a closing quote; write a quote inside a cell twice";
            case COMPLETE ->
                columns == 0 || cells == columns
                        ? null
                        : "it has " + cells + " cells, the header has " + columns
                                + "; put cells with the separator in quotes";
        };
    }

    private Line take() throws IOException {
        if (!givenBack.isEmpty()) {
            return givenBack.removeFirst();
        }
        if (!lines.next()) {
            return null;
        }
        RejectedLine fault = UnreadableLine.fault(lines);
        return new Line(lines.number(), fault == null ? lines.text() : null, fault);
    }
}
