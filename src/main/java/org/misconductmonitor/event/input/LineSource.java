package org.misconductmonitor.event.input;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines as bytes in a buffer of its own, so that a line costs no allocation. A byte order mark is skipped. */
final class LineSource implements Closeable {
    /** Bytes a line may have; of a longer one only its number is kept. */
    static final int LONGEST = 1024 * 1024;

    private final InputFile input;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] buffer = new byte[128 * 1024];
    private CharBuffer decoded = CharBuffer.allocate(4096);
    private int start;
    private int end;
    private int next;
    private int limit;
    private boolean ascii;
    private boolean tooLong;
    private long number;

    LineSource(InputFile input) {
        this.input = input;
    }

    /** Goes to the next line; false at the end of the input. */
    boolean next() throws IOException {
        start = next;
        tooLong = false;
        int bits = 0;
        int at = start;
        while (true) {
            byte[] bytes = buffer;
            for (int stop = limit; at < stop && bytes[at] != '\n'; at++) {
                bits |= bytes[at];
            }
            if (at < limit) {
                next = at + 1;
                break;
            }
            int length = at - start;
            if (length > LONGEST) {
                tooLong = true;
                start = limit;
                length = 0;
            }
            boolean more = fill();
            at = start + length;
            if (!more) {
                next = limit;
                if (length == 0 && !tooLong) {
                    return false;
                }
                break;
            }
        }
        finish(at, bits);
        return true;
    }

    private void finish(int stop, int bits) {
        end = stop > start && buffer[stop - 1] == '\r' ? stop - 1 : stop;
        ascii = bits >= 0;
        number++;
        tooLong |= end - start > LONGEST;
        boolean mark = number == 1
                && end - start >= 3
                && buffer[start] == (byte) 0xef
                && buffer[start + 1] == (byte) 0xbb
                && buffer[start + 2] == (byte) 0xbf;
        if (mark) {
            start += 3;
        }
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            limit -= start;
            start = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = input.read(buffer, limit, buffer.length - limit);
        limit += Math.max(0, read);
        return read >= 0;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (buffer[i] != ' ' && buffer[i] != '\t') {
                return false;
            }
        }
        return !tooLong;
    }

    boolean isUtf8() {
        if (ascii) {
            return true;
        }
        if (decoded.capacity() < length()) {
            decoded = CharBuffer.allocate(length() * 2);
        }
        decoded.clear();
        decoder.reset();
        ByteBuffer line = ByteBuffer.wrap(buffer, start, length());
        return !decoder.decode(line, decoded, true).isError();
    }

    /** The buffer; the line is from {@link #start()} on, until the next call of {@link #next()}. */
    byte[] buffer() {
        return buffer;
    }

    int start() {
        return start;
    }

    int length() {
        return end - start;
    }

    String text() {
        return new String(buffer, start, length(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
