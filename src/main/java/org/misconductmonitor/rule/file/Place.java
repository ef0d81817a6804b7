package org.misconductmonitor.rule.file;

import java.util.Comparator;

/**
 * A place in a rule file.
 *
 * @param file name of the file
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1, in characters; 0 when the whole file is meant
 */
public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file).thenComparing(Place::line).thenComparing(Place::column);

    static Place ofFile(String file) {
        return new Place(file, 0, 0);
    }

    /** Whether no line of it is meant. */
    public boolean isWholeFile() {
        return line == 0;
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** As compilers and editors write it: {@code file:line:column}. */
    @Override
    public String toString() {
        return isWholeFile() ? file : file + ":" + line + ":" + column;
    }
}
