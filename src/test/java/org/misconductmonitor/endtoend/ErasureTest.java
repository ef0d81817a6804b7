package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;
import org.misconductmonitor.topology.MonitorTopic;

/** A person is erased: after that every byte of the cluster and of the monitor is searched for what was written. */
class ErasureTest {
    private static final String CANARY = "CaNaRy";
    private static final RuleSet RULES =
            RuleFiles.read(List.of(new RuleText("rule.yaml", """
                    id: allegations
                    title: Allegations in a year
                    kind: threshold
                    count: allegations
                    window: P365D
                    levels: [{ level: AMBER, at: 1 }]
                    """))).rules();

    @TempDir
    private Path directory;

    private EmbeddedPlatform platform;
    private RunningMonitor running;
    private Path keyFile;
    private final StringWriter output = new StringWriter();

    @BeforeEach
    void start() throws IOException {
        platform = EmbeddedPlatform.start(directory.resolve("platform"), Map.of());
        keyFile = directory.resolve("keys");
        assertThat(run("privacy", "create-keys", keyFile.toString())).isEqualTo(Exit.OK);
        running = RunningMonitor.start(
                platform,
                directory,
                RULES,
                Map.of(
                        "kafka.producer.compression.type",
                        "none",
                        "privacy.free.text",
                        "sealed",
                        "privacy.key.file",
                        keyFile.toString(),
                        "privacy.vault",
                        directory.resolve("vault").toString()));
    }

    @AfterEach
    void stop() {
        running.close();
        platform.close();
    }

    @Test
    void shouldLeaveNothingReadable() throws IOException {
        importEvents("PC1", "PC2");
        assertThat(command("privacy", "pseudonym", "PC1", "PC2")).isEqualTo(Exit.OK);
        String erased = said().get(0);
        String other = said().get(1);
        Alert alert = alertOf(erased);
        assertThat(command(
                        "alerts",
                        "act",
                        alert.alertId(),
                        "attach-statement",
                        "--statement",
                        CANARY + " said",
                        "--by",
                        "R"))
                .isEqualTo(Exit.OK);
        Path export = directory.resolve("export.json");
        assertThat(command("privacy", "export", "--officer", erased, "--out", export.toString()))
                .as("%s", said())
                .isEqualTo(Exit.OK);
        assertThat(Files.readString(export)).contains(CANARY + " narrative PC1", CANARY + " said");
        Files.delete(export);

        assertThat(command("privacy", "erase", "--officer", erased, "--reason", "MALICIOUS", "--by", "R", "--yes"))
                .as("%s", said())
                .isEqualTo(Exit.OK);

        running.awaitProcessed();
        assertThat(alertOf(erased).transition()).isEqualTo(Alert.Transition.WITHDRAWN);
        assertThat(alertOf(erased).evidence()).isEmpty();
        assertThat(alertOf(other).stands()).isTrue();
        assertThat(RawRecords.of(running.site(), running.site().topic(MonitorTopic.AUDIT))
                        .all())
                .hasSize(2)
                .noneMatch(record -> text(record.value()).contains("case-PC1"));
        assertThat(command("privacy", "export", "--officer", erased, "--out", export.toString()))
                .isEqualTo(Exit.OK);
        assertThat(Files.readString(export)).contains("enc:v1:").doesNotContain(CANARY);
        running.restartWithoutState();
        running.awaitProcessed();
        assertThat(alertOf(erased).stands()).isFalse();
        running.stop();
        platform.close();
        assertThat(filesWith(CANARY)).isEmpty();
        assertThat(filesWith(other)).isNotEmpty();
    }

    @Test
    void shouldSayWhatWasPublishedReadableAndCarryItNoFurther() throws IOException {
        importEvents("PC1");
        command("privacy", "pseudonym", "PC1");
        String officer = said().get(0);
        running.process(List.of(EventJson.read(recorded(officer, "clear"))));
        new Sender(running.site()).send("garbage", null, ("said of " + officer).getBytes(StandardCharsets.UTF_8));
        Path copies = Files.createDirectory(directory.resolve("copies"));
        Path copy = Files.writeString(copies.resolve("notes.txt"), "read: " + CANARY + " narrative clear");

        assertThat(command(
                        "privacy",
                        "erase",
                        "--officer",
                        officer,
                        "--reason",
                        "MALICIOUS",
                        "--look-in",
                        copies.toString(),
                        "--yes"))
                .isEqualTo(Exit.FAILED);

        assertThat(said())
                .anyMatch(line -> line.contains("1 of them with text that was published readable"))
                .anyMatch(
                        line -> line.startsWith(running.site().topic(MonitorTopic.ALLEGATIONS)) && line.endsWith("  2"))
                .contains("READABLE " + copy)
                .anyMatch(line -> line.contains("found in 1 files"))
                .anyMatch(line -> line.contains("Not looked at: backups"));
        Files.delete(copy);
        running.stop();
        assertThat(filesWith(CANARY, directory.resolve("state"))).isEmpty();
        platform.close();
        assertThat(filesWith(CANARY)).isNotEmpty().allMatch(file -> file.toString()
                .contains(running.site().topic(MonitorTopic.ALLEGATIONS) + "-"));
    }

    @Test
    void shouldReplayADeadLetterFromWhereItsRecordIs() {
        byte[] garbage = (CANARY + " no Avro").getBytes(StandardCharsets.UTF_8);
        new Sender(running.site()).send("garbage", "o1".getBytes(StandardCharsets.UTF_8), garbage);
        running.awaitProcessed();
        assertThat(records(MonitorTopic.DEAD_LETTERS)).containsExactly("null");

        assertThat(command("dead-letters", "replay", "--all")).as("%s", said()).isEqualTo(Exit.OK);

        assertThat(records(MonitorTopic.ALLEGATIONS)).containsExactly(CANARY + " no Avro", CANARY + " no Avro");
    }

    private List<String> records(MonitorTopic topic) {
        return RawRecords.of(running.site(), running.site().topic(topic)).all().stream()
                .map(record -> record.value() == null ? "null" : text(record.value()))
                .toList();
    }

    private int run(String... arguments) {
        output.getBuffer().setLength(0);
        return Main.run(new PrintWriter(output), new PrintWriter(output), arguments);
    }

    private int command(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(running.site().arguments());
        return run(arguments.toArray(String[]::new));
    }

    private List<String> said() {
        return output.toString().lines().toList();
    }

    private void importEvents(String... officers) throws IOException {
        Path file = directory.resolve("events.jsonl");
        Files.write(
                file,
                Stream.of(officers).map(officer -> recorded(officer, officer)).toList());
        assertThat(command("import", "--pseudonymise", file.toString()))
                .as("%s", said())
                .isEqualTo(Exit.OK);
        Files.delete(file);
        running.awaitProcessed();
    }

    private static String recorded(String officer, String name) {
        return ("{\"eventType\":\"RECORDED\",\"eventId\":\"event-%s\",\"caseId\":\"case-%s\",\"allegationId\":\"a-%s\","
                        + "\"officerId\":\"%s\",\"category\":\"HARASSMENT\",\"recordedAt\":\"2026-01-01T09:00:00Z\","
                        + "\"narrative\":\"" + CANARY + " narrative %s\"}")
                .formatted(name, name, name, officer, name);
    }

    private Alert alertOf(String officer) {
        return running.site().transitions().stream()
                .filter(alert -> alert.subject().id().equals(officer))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private List<Path> filesWith(String text) {
        return filesWith(text, directory);
    }

    private static List<Path> filesWith(String text, Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        try {
                            return text(Files.readAllBytes(file)).contains(text);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
