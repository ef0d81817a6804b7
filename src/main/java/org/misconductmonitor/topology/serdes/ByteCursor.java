package org.misconductmonitor.topology.serdes;

import java.io.EOFException;
import java.io.IOException;

/**
 * A place in a byte array that never goes beyond its end: an {@link EOFException} says that the bytes are too few, any
 * other {@link IOException} that they cannot be Avro. For one thread.
 */
final class ByteCursor {
    private byte[] bytes = {};
    private int position;

    void over(byte[] source, int from) {
        bytes = source;
        position = from;
    }

    byte[] bytes() {
        return bytes;
    }

    int left() {
        return bytes.length - position;
    }

    /** Steps over the bytes, and tells where they start. */
    int advance(int length) throws EOFException {
        if (length > bytes.length - position) {
            throw new EOFException();
        }
        int from = position;
        position += length;
        return from;
    }

    /** A zig-zag number of at most 64 bits. */
    long number() throws IOException {
        int at = position;
        long value = 0;
        int shift = 0;
        byte next;
        do {
            if (at >= bytes.length) {
                throw new EOFException();
            }
            if (shift > 63) {
                throw new IOException("more than 64 bits for a number");
            }
            next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        position = at;
        return value >>> 1 ^ -(value & 1);
    }

    /** The length of something that follows and fits into what is left. */
    int length() throws IOException {
        long length = number();
        if (length < 0) {
            throw new IOException("a negative length");
        }
        if (length > left()) {
            throw new EOFException();
        }
        return (int) length;
    }
}
