package org.misconductmonitor.event.input;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits rows as RFC 4180 has them, line by line. Written here and not taken from a library, because after a stray quote
 * the reader has to go back to the next line and go on there; a library has read on by then.
 */
final class CsvSplitter {
    /** How a row stands after a line. */
    enum State {
        COMPLETE,
        /** A quoted cell goes on in the next line. */
        OPEN,
        /** There is text behind a closing quote. */
        BROKEN
    }

    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private boolean quoted;

    CsvSplitter(char separator) {
        this.separator = separator;
    }

    /** Begins a row. */
    State start(String line) {
        cells = new ArrayList<>();
        cell.setLength(0);
        quoted = false;
        return add(line);
    }

    /** Goes on with a row that is open. */
    State goOn(String line) {
        cell.append('\n');
        return add(line);
    }

    List<String> cells() {
        return cells;
    }

    private State add(String line) {
        int i = 0;
        while (true) {
            if (quoted) {
                i = readQuoted(line, i);
                if (quoted) {
                    return State.OPEN;
                }
                if (i < line.length() && line.charAt(i) != separator) {
                    return State.BROKEN;
                }
            } else if (i < line.length() && line.charAt(i) == '"') {
                quoted = true;
                i++;
                continue;
            } else {
                i = readPlain(line, i);
            }
            cells.add(cell.toString());
            cell.setLength(0);
            if (i >= line.length()) {
                return State.COMPLETE;
            }
            i++;
        }
    }

    private int readPlain(String line, int from) {
        int stop = line.indexOf(separator, from);
        int end = stop < 0 ? line.length() : stop;
        cell.append(line, from, end);
        return end;
    }

    private int readQuoted(String line, int from) {
        int i = from;
        while (true) {
            int quote = line.indexOf('"', i);
            if (quote < 0) {
                cell.append(line, i, line.length());
                return line.length();
            }
            cell.append(line, i, quote);
            if (quote + 1 >= line.length() || line.charAt(quote + 1) != '"') {
                quoted = false;
                return quote + 1;
            }
            cell.append('"');
            i = quote + 2;
        }
    }
}
