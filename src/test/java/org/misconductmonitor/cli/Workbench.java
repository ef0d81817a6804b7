package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;

/** Commands against the shared platform, with topics, an application and a directory of its own. */
final class Workbench {
    /** Two allegations within a year raise AMBER. */
    static final String RULE = """
            id: two-in-a-year
            title: Two allegations in a year
            kind: threshold
            count: allegations
            window: P365D
            time: recordedAt
            levels:
              - { level: AMBER, at: 2 }
            """;

    private final Path directory;
    private final Map<String, String> settings = new LinkedHashMap<>();

    /** What a command did. */
    record Ran(int exit, String out, String err) {}

    Workbench(EmbeddedPlatform platform, Path directory) throws IOException {
        this.directory = directory;
        String name = "ops-" + UUID.randomUUID();
        settings.put("bootstrap.servers", platform.bootstrapServers());
        settings.put("schema.registry.url", platform.registryUrl());
        settings.put("application.id", name);
        settings.put("topics.prefix", name + ".");
        settings.put("topics.partitions", "2");
        settings.put("topics.replication.factor", "1");
        settings.put("state.dir", directory.resolve("state").toString());
        settings.put("num.stream.threads", "1");
        settings.put("rules", file("rule.yaml", RULE).toString());
    }

    MonitorConfig config() {
        return MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), settings));
    }

    /** Settings that a test wants otherwise. */
    void set(String key, String value) {
        settings.put(key, value);
    }

    Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    Ran run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        settings.forEach((key, value) -> all.addAll(List.of("--set", key + "=" + value)));
        return plain(all.toArray(String[]::new));
    }

    static Ran plain(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    /** Starts a monitor, waits until all is read, and stops it. */
    void process() throws InterruptedException {
        try (Monitor monitor = new Monitor(config(), Rules.load(config()))) {
            monitor.start();
            if (!monitor.idleness().await(Duration.ofSeconds(60))) {
                throw new AssertionError("the monitor did not come to rest");
            }
        }
    }

    static String recorded(int number, String officer, String date) {
        return ("{\"eventType\":\"RECORDED\",\"eventId\":\"E%d\",\"tenantId\":\"t\",\"caseId\":\"C%d\","
                        + "\"allegationId\":\"A%d\",\"officerId\":\"%s\",\"category\":\"HARASSMENT\","
                        + "\"recordedAt\":\"%sT09:00:00Z\"}\n")
                .formatted(number, number, number, officer, date);
    }
}
