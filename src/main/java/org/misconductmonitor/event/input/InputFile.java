package org.misconductmonitor.event.input;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Bytes of a file, unpacked if they are packed, and how far the reading is. */
final class InputFile extends InputStream {
    private static final int CHUNK = 64 * 1024;

    private final String name;
    private final Counter counter;
    private final InputStream content;
    private final long size;

    private InputFile(String name, Counter counter, InputStream content, long size) {
        this.name = name;
        this.counter = counter;
        this.content = content;
        this.size = size;
    }

    static InputFile open(Path file) throws IOException {
        return of(Files.newInputStream(file), file.toString(), Files.size(file));
    }

    static InputFile of(InputStream stream, String name) throws IOException {
        return of(stream, name, -1);
    }

    private static InputFile of(InputStream stream, String name, long size) throws IOException {
        try {
            Counter counter = new Counter(stream);
            PushbackInputStream peeked = new PushbackInputStream(counter, 2);
            byte[] magic = peeked.readNBytes(2);
            peeked.unread(magic);
            boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
            return new InputFile(name, counter, packed ? new GZIPInputStream(peeked, CHUNK) : peeked, size);
        } catch (IOException e) {
            stream.close();
            throw e instanceof EOFException || e instanceof ZipException ? damaged(name, e) : e;
        }
    }

    private static IOException damaged(String name, IOException cause) {
        return new IOException(name + ": the compressed data is damaged or incomplete; copy the file again", cause);
    }

    String name() {
        return name;
    }

    long bytesRead() {
        return counter.count;
    }

    long size() {
        return size;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            return content.read(target, offset, length);
        } catch (EOFException | ZipException e) {
            throw damaged(name, e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private static final class Counter extends FilterInputStream {
        /** Written by the reading thread only. */
        private volatile long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            add(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            add(Math.max(0, read));
            return read;
        }

        private void add(long bytes) {
            long before = count;
            count = before + bytes;
        }
    }
}
