package org.misconductmonitor.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes the values of one block of {@link EventCodec}. */
final class BlockWriter {
    /** Low bits of a text's first number: spelled out, seen before, or beginning like the text spelled out last. */
    static final int WHOLE = 0;

    static final int SEEN = 1;
    static final int PREFIXED = 2;

    /** Low bits of an instant: the unit it is a whole number of. */
    static final int MICROS = 0;

    static final int SECONDS = 1;
    static final int DAYS = 2;
    static final long DAY = 86_400;

    private static final int WORTHWHILE_PREFIX = 4;
    static final long FURTHEST_SECOND = 70_000L * 366 * DAY;

    private final SeenTexts seen = new SeenTexts();
    private byte[] bytes;
    private int size;

    BlockWriter(int capacity) {
        bytes = new byte[capacity];
    }

    void number(long number) {
        if (size + 10 > bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2 + 10);
        }
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void signed(long number) {
        number(zigZag(number));
    }

    void instant(Instant instant) {
        long second = instant.getEpochSecond();
        if (Math.abs(second) > FURTHEST_SECOND) {
            throw new IllegalArgumentException("an instant is too far away to be stored");
        }
        long micro = instant.getNano() / 1000;
        if (micro != 0) {
            number(zigZag(second * 1_000_000 + micro) << 2 | MICROS);
        } else if (second % DAY != 0) {
            number(zigZag(second) << 2 | SECONDS);
        } else {
            number(zigZag(second / DAY) << 2 | DAYS);
        }
    }

    void text(String text) {
        String last = seen.last();
        int known = seen.indexOrAdd(text);
        if (known >= 0) {
            number((long) known << 2 | SEEN);
            return;
        }
        int prefix = last == null ? 0 : commonPrefix(last, text);
        boolean worthwhile = prefix >= WORTHWHILE_PREFIX;
        byte[] utf8 = (worthwhile ? text.substring(prefix) : text).getBytes(StandardCharsets.UTF_8);
        number((long) utf8.length << 2 | (worthwhile ? PREFIXED : WHOLE));
        if (worthwhile) {
            number(prefix);
        }
        if (size + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + utf8.length + 16));
        }
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private static long zigZag(long number) {
        return number << 1 ^ number >> 63;
    }

    private static int commonPrefix(String a, String b) {
        int length = Math.min(a.length(), b.length());
        int same = 0;
        while (same < length && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same > 0 && Character.isHighSurrogate(a.charAt(same - 1)) ? same - 1 : same;
    }
}
