package org.misconductmonitor.engine;

/**
 * So many of so many, compared exactly.
 *
 * @param part not more than the whole
 * @param whole at least 1
 */
record Share(int part, int whole) implements Comparable<Share> {
    @Override
    public int compareTo(Share other) {
        return Long.compare((long) part * other.whole, (long) other.part * whole);
    }

    /** The least part of a whole whose share is more than this. */
    int exceededFrom(int otherWhole) {
        return (int) ((long) part * otherWhole / whole) + 1;
    }

    @Override
    public String toString() {
        return part + " of " + whole;
    }
}
