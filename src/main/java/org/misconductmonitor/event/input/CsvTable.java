package org.misconductmonitor.event.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small table, as a whole.
 *
 * @param name the file, for messages
 * @param header cells of the first row
 * @param rows the others, with as many cells as the header
 */
public record CsvTable(String name, List<String> header, List<Row> rows) {
    /** @param line of the file, from 1 */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file, plain or gzip.
     *
     * @throws CsvTableException if a row is broken
     */
    public static CsvTable read(Path file) throws IOException {
        return read(InputFile.open(file), file.toString());
    }

    /** Reads a table of the class path. */
    public static CsvTable resource(String name) {
        InputStream in = CsvTable.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the table " + name + " is missing: is the jar damaged?");
        }
        try {
            return read(InputFile.of(in, name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An error in the table, to be thrown. */
    public CsvTableException wrong(long line, String message) {
        return new CsvTableException(name + ":" + line + ": " + message);
    }

    private static CsvTable read(InputFile input, String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (LineSource lines = new LineSource(input)) {
            CsvRows source = new CsvRows(lines, ',');
            for (CsvRows.Row row = source.next(); row != null; row = source.next()) {
                if (row.fault() != null) {
                    throw new CsvTableException(name + ": " + row.fault().message());
                }
                rows.add(new Row(row.line(), row.cells()));
            }
        }
        if (rows.isEmpty()) {
            throw new CsvTableException(name + " is empty; write the names of the columns into its first line");
        }
        return new CsvTable(name, rows.get(0).cells(), rows.subList(1, rows.size()));
    }
}
