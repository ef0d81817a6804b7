package org.misconductmonitor.event.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLinesReaderTest {
    @TempDir
    Path folder;

    @Test
    void shouldGoOnAfterEveryBadLine() throws IOException {
        String text = String.join(
                "\n", "\uFEFF" + left("é"), "", "  \t", "not json", left("b") + "\r", "{\"eventIdd\":1}", left("c"));
        assertThat(read(text)).containsExactly("1 é", "4 NOT_JSON", "5 b", "6 UNKNOWN_FIELD", "7 c");
    }

    @Test
    void shouldRefuseBytesThatAreNotUtf8() throws IOException {
        byte[] latin1 = (left("\u00e9") + "\n" + left("b")).getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Reading.summary(Reading.jsonLines(latin1))).containsExactly("1 NOT_UTF8", "2 b");
        byte[] utf16 = (left("a") + "\n").getBytes(StandardCharsets.UTF_16LE);
        assertThat(Reading.summary(Reading.jsonLines(utf16))).allMatch(line -> line.endsWith("NOT_UTF8"));
    }

    @Test
    void shouldRefuseOnlyTheLineThatIsTooLong() throws IOException {
        int rest = left("").length();
        String longest = left("x".repeat(LineSource.LONGEST - rest));
        String tooLong = left("x".repeat(LineSource.LONGEST - rest + 1));
        String farTooLong = left("x".repeat(5_000_000));
        List<String> read = read(String.join("\n", left("a"), tooLong, left("b"), farTooLong, longest, farTooLong));
        assertThat(read).hasSize(6);
        assertThat(read.get(4)).startsWith("5 xxx");
        read.remove(4);
        assertThat(read).containsExactly("1 a", "2 TOO_LARGE", "3 b", "4 TOO_LARGE", "6 TOO_LARGE");
    }

    @Test
    void shouldReadLinesOfAllLengthsAcrossTheBuffer() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(left("e" + i + "-".repeat(i % 311))).append(i % 3 == 0 ? "\r\n" : "\n");
        }
        List<ReadEntry> entries = Reading.jsonLines(text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(entries).hasSize(3000).allMatch(AcceptedEvent.class::isInstance);
        assertThat(entries.get(2999).line()).isEqualTo(3000);
    }

    @Test
    void shouldRecogniseGzipByContentAndCountItsBytes() throws IOException {
        Path file = folder.resolve("events.txt");
        Files.write(file, gzip(left("a") + "\n" + left("b")));
        try (EventReader reader = EventReaders.jsonLines(file)) {
            assertThat(reader.next()).isInstanceOf(AcceptedEvent.class);
            assertThat(reader.next()).isInstanceOf(AcceptedEvent.class);
            assertThat(reader.next()).isNull();
            assertThat(reader.bytesRead()).isEqualTo(reader.size()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void shouldSayWhenCompressedDataIsCutOff() throws IOException {
        byte[] bytes = gzip((left("a") + "\n").repeat(100));
        for (int length : new int[] {2, 5, bytes.length / 2, bytes.length - 3}) {
            assertThatIOException()
                    .isThrownBy(() -> Reading.jsonLines(Arrays.copyOf(bytes, length)))
                    .withMessageContaining("copy the file again");
        }
    }

    @Test
    void shouldReadEmptyFiles() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
        assertThat(Reading.jsonLines(gzip(""))).isEmpty();
        assertThat(read("x")).containsExactly("1 NOT_JSON");
    }

    @Test
    void shouldAlsoRejectWhatFailsTheChecksOnArrival() throws IOException {
        String future = left("a").replace("2024", "2099");
        EventReader reader = EventReaders.checked(
                EventReaders.jsonLines(Reading.stream(future + "\n" + left("b")), "test"),
                Instant.parse("2026-01-01T00:00:00Z"));
        List<ReadEntry> entries = Reading.all(reader);
        assertThat(Reading.summary(entries)).containsExactly("1 FUTURE_DATE", "2 b");
        assertThat(((RejectedLine) entries.get(0)).message()).startsWith("line 1: at: the date is more than a day");
    }

    private static String left(String id) {
        return "{\"eventType\":\"LEFT\",\"officerId\":\"o\",\"at\":\"2024-05-01\",\"eventId\":\"" + id + "\"}";
    }

    private static List<String> read(String text) throws IOException {
        return new ArrayList<>(Reading.summary(Reading.jsonLines(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
