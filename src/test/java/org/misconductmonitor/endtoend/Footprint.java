package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What a process takes, right after its garbage was collected.
 *
 * @param resident memory that it really takes, bytes; as Linux tells it
 * @param heap in use, bytes
 * @param stores native memory of all stores, bytes
 * @param direct buffers outside of the heap, bytes
 * @param threads of Java and others
 * @param files that it has open, sockets among them
 */
record Footprint(long resident, long heap, long stores, long direct, long threads, long files) {
    private static final long MIB = 1 << 20;

    /** @param url of its HTTP server, with a slash at the end */
    static Footprint of(ChildMonitor child, String url) throws IOException, InterruptedException {
        jcmd(child, "GC.run");
        String metrics = metrics(url);
        Path process = Path.of("/proc/" + child.pid());
        return new Footprint(
                resident(process),
                sum(metrics, "jvm_memory_used_bytes{area=\"heap\""),
                sum(metrics, "misconduct_stores_memory"),
                sum(metrics, "jvm_buffer_memory_used_bytes"),
                count(process.resolve("task")),
                count(process.resolve("fd")));
    }

    /** Where its native memory is, as the JVM knows it; it has to be started with {@code NativeMemoryTracking}. */
    static String nativeMemory(ChildMonitor child) throws IOException, InterruptedException {
        return jcmd(child, "VM.native_memory", "summary", "scale=MB");
    }

    private static String jcmd(ChildMonitor child, String... words) throws IOException, InterruptedException {
        String[] command = new String[words.length + 2];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        command[1] = Long.toString(child.pid());
        System.arraycopy(words, 0, command, 2, words.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    private static String metrics(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "metrics"))
                .timeout(Duration.ofSeconds(60))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static long sum(String metrics, String name) throws IOException {
        if (!metrics.contains(name)) {
            throw new IOException("there is no metric " + name);
        }
        return (long) metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static long resident(Path process) throws IOException {
        for (String line : Files.readAllLines(process.resolve("status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException("the process is gone");
    }

    private static long count(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.count();
        }
    }

    /** Cells of a table in Markdown, memory in MiB. */
    String cells() {
        return "%d | %d | %d | %d | %d | %d"
                .formatted(resident / MIB, heap / MIB, stores / MIB, direct / MIB, threads, files);
    }
}
