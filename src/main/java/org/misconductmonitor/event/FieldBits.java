package org.misconductmonitor.event;

/** A set of fields in two numbers: {@code EnumSet} allocates, and this is the inner loop of every reader. */
final class FieldBits {
    private static final FieldBits DETAILS = details();

    private long low;
    private long high;

    void clear() {
        low = 0;
        high = 0;
    }

    boolean has(Field field) {
        int i = field.ordinal();
        return ((i < Long.SIZE ? low : high) & 1L << i) != 0;
    }

    /** @return false if it was there before */
    boolean add(Field field) {
        long before = field.ordinal() < Long.SIZE ? low : high;
        long bit = 1L << field.ordinal();
        if (field.ordinal() < Long.SIZE) {
            low |= bit;
        } else {
            high |= bit;
        }
        return (before & bit) == 0;
    }

    void remove(Field field) {
        long others = ~(1L << field.ordinal());
        if (field.ordinal() < Long.SIZE) {
            low &= others;
        } else {
            high &= others;
        }
    }

    int size() {
        return Long.bitCount(low) + Long.bitCount(high);
    }

    /** @return the ordinal of the first field from there on, or -1 */
    int next(int from) {
        long lows = from < Long.SIZE ? low & -1L << from : 0;
        if (lows != 0) {
            return Long.numberOfTrailingZeros(lows);
        }
        long highs = from <= Long.SIZE ? high : high & -1L << from;
        return highs == 0 ? -1 : Long.SIZE + Long.numberOfTrailingZeros(highs);
    }

    /** The fields that go into the {@link Details} of an event whose time is that field. */
    FieldBits withoutHeader(boolean keepsType, Field time) {
        FieldBits kept = new FieldBits();
        kept.low = low & DETAILS.low;
        kept.high = high & DETAILS.high;
        kept.remove(time);
        if (keepsType && has(Field.EVENT_TYPE)) {
            kept.add(Field.EVENT_TYPE);
        }
        return kept;
    }

    private static FieldBits details() {
        FieldBits details = new FieldBits();
        for (Field field : Field.values()) {
            details.add(field);
        }
        details.remove(Field.EVENT_ID);
        details.remove(Field.EVENT_TYPE);
        details.remove(Field.REVISION);
        details.remove(Field.TENANT_ID);
        details.remove(Field.OFFICER_ID);
        details.remove(Field.CASE_ID);
        details.remove(Field.ALLEGATION_ID);
        return details;
    }
}
