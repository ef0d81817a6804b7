package org.misconductmonitor.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Reads what {@link BlockWriter} wrote. Anything else is an {@link IllegalArgumentException}. */
final class BlockReader {
    private final byte[] bytes;
    private int position;
    private String[] texts = new String[32];
    private int seen;

    BlockReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return position < bytes.length;
    }

    /** Forgets the texts: every block has its own. */
    void startBlock() {
        seen = 0;
    }

    int number() {
        long number = unsigned();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw damaged();
        }
        return (int) number;
    }

    int integer() {
        long number = unZigZag(unsigned());
        if (number != (int) number) {
            throw damaged();
        }
        return (int) number;
    }

    Instant instant() {
        long number = unsigned();
        long value = unZigZag(number >>> 2);
        return switch ((int) number & 3) {
            case BlockWriter.MICROS ->
                instant(Math.floorDiv(value, 1_000_000), Math.floorMod(value, 1_000_000) * 1000L);
            case BlockWriter.SECONDS -> instant(value, 0);
            case BlockWriter.DAYS -> instant(near(value) * BlockWriter.DAY, 0);
            default -> throw damaged();
        };
    }

    String text() {
        int head = number();
        int value = head >>> 2;
        return switch (head & 3) {
            case BlockWriter.SEEN -> known(value);
            case BlockWriter.WHOLE -> remember(utf8(value));
            case BlockWriter.PREFIXED -> {
                int prefix = number();
                String last = known(seen - 1);
                if (prefix > last.length()) {
                    throw damaged();
                }
                yield remember(last.substring(0, prefix).concat(utf8(value)));
            }
            default -> throw damaged();
        };
    }

    private static Instant instant(long second, long nanos) {
        return Instant.ofEpochSecond(near(second), nanos);
    }

    /** What is further away was not written by us, and could not be written again. */
    private static long near(long number) {
        if (number > BlockWriter.FURTHEST_SECOND || number < -BlockWriter.FURTHEST_SECOND) {
            throw damaged();
        }
        return number;
    }

    private String known(int index) {
        if (index < 0 || index >= seen) {
            throw damaged();
        }
        return texts[index];
    }

    private String remember(String text) {
        if (seen == texts.length) {
            texts = Arrays.copyOf(texts, seen * 2);
        }
        texts[seen++] = text;
        return text;
    }

    private String utf8(int length) {
        if (length > bytes.length - position) {
            throw damaged();
        }
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    private long unsigned() {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (position == bytes.length) {
                throw damaged();
            }
            byte next = bytes[position++];
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw damaged();
    }

    private static long unZigZag(long number) {
        return number >>> 1 ^ -(number & 1);
    }

    static IllegalArgumentException damaged() {
        return new IllegalArgumentException("the stored facts are damaged: reset the state so that it is built again");
    }
}
