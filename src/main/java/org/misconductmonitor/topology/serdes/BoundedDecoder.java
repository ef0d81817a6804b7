package org.misconductmonitor.topology.serdes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;

/**
 * Avro binary from a byte array. Unlike Avro's own decoder it believes no length before it has compared it with the
 * bytes that are left, so a payload of ten bytes cannot ask for gigabytes, and it accepts nothing for a boolean but 0
 * and 1. Truncation is always an {@link EOFException}, a text that is not UTF-8 a {@link CharacterCodingException}. For one
 * thread.
 */
final class BoundedDecoder extends Decoder {
    /** What Java puts in the place of bytes that are no UTF-8: two ids that differ in these would become one. */
    private static final char REPLACED = '\uFFFD';

    private final ByteCursor cursor = new ByteCursor();
    private long itemsLeft;

    void over(byte[] source, int from) {
        cursor.over(source, from);
        itemsLeft = cursor.left();
    }

    int left() {
        return cursor.left();
    }

    boolean isEnd() {
        return cursor.left() == 0;
    }

    @Override
    public void readNull() {}

    @Override
    public boolean readBoolean() throws IOException {
        int value = cursor.bytes()[cursor.advance(1)];
        if ((value & ~1) != 0) {
            throw new IOException("neither 0 nor 1 for a boolean");
        }
        return value == 1;
    }

    @Override
    public int readInt() throws IOException {
        long value = cursor.number();
        if (value != (int) value) {
            throw new IOException("more than 32 bits for an int");
        }
        return (int) value;
    }

    @Override
    public long readLong() throws IOException {
        return cursor.number();
    }

    @Override
    public float readFloat() throws IOException {
        return fixed(Float.BYTES).getFloat();
    }

    @Override
    public double readDouble() throws IOException {
        return fixed(Double.BYTES).getDouble();
    }

    @Override
    public Utf8 readString(Utf8 old) throws IOException {
        return new Utf8(copy());
    }

    @Override
    public String readString() throws IOException {
        int length = cursor.length();
        int from = cursor.advance(length);
        String text = new String(cursor.bytes(), from, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0 && !isExactly(text, from, length)) {
            throw new CharacterCodingException();
        }
        return text;
    }

    @Override
    public void skipString() throws IOException {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(ByteBuffer old) throws IOException {
        return ByteBuffer.wrap(copy());
    }

    @Override
    public void skipBytes() throws IOException {
        cursor.advance(cursor.length());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) throws IOException {
        System.arraycopy(cursor.bytes(), cursor.advance(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) throws IOException {
        cursor.advance(length);
    }

    @Override
    public int readEnum() throws IOException {
        return readInt();
    }

    @Override
    public int readIndex() throws IOException {
        return readInt();
    }

    @Override
    public long readArrayStart() throws IOException {
        return readItems();
    }

    @Override
    public long arrayNext() throws IOException {
        return readItems();
    }

    @Override
    public long skipArray() throws IOException {
        return skipItems();
    }

    @Override
    public long readMapStart() throws IOException {
        return readItems();
    }

    @Override
    public long mapNext() throws IOException {
        return readItems();
    }

    @Override
    public long skipMap() throws IOException {
        return skipItems();
    }

    private boolean isExactly(String text, int from, int length) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(utf8, 0, utf8.length, cursor.bytes(), from, from + length);
    }

    private ByteBuffer fixed(int length) throws IOException {
        return ByteBuffer.wrap(cursor.bytes(), cursor.advance(length), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] copy() throws IOException {
        int length = cursor.length();
        int from = cursor.advance(length);
        return Arrays.copyOfRange(cursor.bytes(), from, from + length);
    }

    /** A negative count is followed by the size of its block. */
    private long readItems() throws IOException {
        long items = cursor.number();
        if (items < 0) {
            items = -items;
            cursor.length();
        }
        return counted(items);
    }

    private long skipItems() throws IOException {
        long items = cursor.number();
        while (items < 0) {
            skipBytes();
            items = cursor.number();
        }
        return counted(items);
    }

    /** All items of a record together take at least a byte each, so they cannot be more than its bytes. */
    private long counted(long items) throws IOException {
        if (items < 0 || items > itemsLeft) {
            throw new EOFException();
        }
        itemsLeft -= items;
        return items;
    }
}
