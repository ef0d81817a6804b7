package org.misconductmonitor.platform.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.misconductmonitor.event.Sha256;

/**
 * Records of one topic as a compressed file: of each 1, partition, timestamp, number of headers, name and value of each,
 * key, value; at the end 0. Bytes are their length and themselves, -1 for null.
 */
final class RecordFile {
    private static final int RECORD = 1;
    private static final int END = 0;
    private static final int BUFFER = 1 << 16;

    private RecordFile() {}

    /** Whoever closes it without {@link #end} leaves a file that cannot be read to its end. */
    static final class Writer implements AutoCloseable {
        private final DataOutputStream out;

        Writer(Path file) throws IOException {
            out = new DataOutputStream(
                    new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), BUFFER), BUFFER));
        }

        void write(ConsumerRecord<byte[], byte[]> record) throws IOException {
            out.writeByte(RECORD);
            out.writeInt(record.partition());
            out.writeLong(record.timestamp());
            Header[] headers = record.headers().toArray();
            out.writeInt(headers.length);
            for (Header header : headers) {
                out.writeUTF(header.key());
                bytes(header.value());
            }
            bytes(record.key());
            bytes(record.value());
        }

        void end() throws IOException {
            out.writeByte(END);
        }

        private void bytes(byte[] bytes) throws IOException {
            out.writeInt(bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                out.write(bytes);
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Reads them in the order in which they were written. */
    static final class Reader implements AutoCloseable {
        private final String topic;
        private final DataInputStream in;

        /** @param topic to which the records shall go */
        Reader(Path file, String topic) throws IOException {
            this.topic = topic;
            this.in = new DataInputStream(
                    new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), BUFFER), BUFFER));
        }

        /** The next one, or null behind the last. */
        ProducerRecord<byte[], byte[]> next() throws IOException {
            if (in.readByte() == END) {
                return null;
            }
            int partition = in.readInt();
            long timestamp = in.readLong();
            Headers headers = new RecordHeaders();
            for (int left = in.readInt(); left > 0; left--) {
                headers.add(in.readUTF(), bytes());
            }
            byte[] key = bytes();
            return new ProducerRecord<>(topic, partition, timestamp, key, bytes(), headers);
        }

        private byte[] bytes() throws IOException {
            int length = in.readInt();
            if (length < 0) {
                return null;
            }
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new EOFException("the file ends in the middle of a record");
            }
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    static String sha256(Path file) throws IOException {
        try (InputStream plain = Files.newInputStream(file);
                DigestInputStream in = new DigestInputStream(plain, Sha256.start())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }
}
