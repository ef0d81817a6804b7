package org.misconductmonitor.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.endtoend.Site;

/** {@code run} in a process of its own with a disk of its own, started again and again. */
final class Instance implements AutoCloseable {
    private static final String LISTENING = "listening on ";
    private static final int TERMINATED = 143;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path stateDir;
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private final Thread endWithUs = new Thread(this::destroy);
    private Process process;

    /** @param name of its directory and log among those of the others */
    Instance(Site site, Path rules, Path states, Path logs, String name) {
        this.stateDir = states.resolve(name);
        this.log = logs.resolve(name + ".log");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx320m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.misconductmonitor.cli.Main", "run"));
        command.addAll(site.arguments(Map.of(
                "state.dir", stateDir.toString(),
                "http.port", "0",
                "rules", rules.toAbsolutePath().toString())));
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    void start() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Whether it says so itself. */
    boolean isReady() {
        return ask("/api/v1/system/health/ready").isPresent();
    }

    /** As {@code kill -9}; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** As {@code kill}: it leaves the group in time. */
    void stop() {
        process.destroy();
        int exit = await();
        if (exit != TERMINATED) {
            throw new AssertionError("a clean stop ended with " + exit + ": " + log);
        }
    }

    private int await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end: " + log);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its disk is lost. */
    void wipe() {
        Disk.delete(stateDir);
    }

    /** What it says to a question, or nothing while it cannot tell. */
    Optional<JsonNode> ask(String target) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + target.substring(1)))
                    .timeout(Duration.ofSeconds(60))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(new ObjectMapper().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens since its last start. */
    private String url() throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(LISTENING))
                .reduce((before, latest) -> latest)
                .orElseThrow(() -> new IOException("not listening yet"))
                .substring(LISTENING.length());
    }

    Path log() {
        return log;
    }

    private void destroy() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Override
    public void close() {
        destroy();
        Runtime.getRuntime().removeShutdownHook(endWithUs);
    }
}
