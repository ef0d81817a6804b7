package org.misconductmonitor.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.rule.RuleSet;

/** Secrets get to the cluster and nowhere else: one from the file, one from another file, one from the environment. */
@ExtendWith(SharedCluster.class)
class SecretsTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String JAAS = "kafka.sasl.jaas.config";
    private static final String REGISTRY = "basic.auth.user.info";
    private static final String STORE = "kafka.ssl.truststore.password";

    private final String site = "secrets-" + UUID.randomUUID();
    private final SecuredCluster cluster;
    private final Map<String, String> login;
    private final List<String> secrets;

    @TempDir
    private Path directory;

    SecretsTest(SecuredCluster cluster) {
        this.cluster = cluster;
        this.login = cluster.byPassword(site);
        this.secrets = List.of(
                login.get(JAAS).replaceAll(".*password=\"(.*)\";", "$1"),
                login.get(REGISTRY).replaceAll(".*:", ""),
                login.get(STORE));
    }

    @BeforeEach
    void prepare() {
        Party administrator = new Party(site, directory, cluster.byPassword(site + "-admin"), Map.of());
        cluster.grant("User:" + site + "-admin", administrator.rights().administrator());
        assertThat(administrator.run("topics", "create").exit()).isZero();
        Party monitor = new Party(site, directory, login, Map.of());
        cluster.grant("User:" + site, Monitor.rights(monitor.config()));
    }

    @Test
    void shouldStayOutOfWhatARunningMonitorShows() throws IOException {
        Map<String, String> written = new LinkedHashMap<>(login);
        written.remove(JAAS);
        written.put(REGISTRY, "registry-user:${file:" + file("registry", secrets.get(1)) + "}");
        // Nobody knows this one: it must not be told as an unknown one either.
        written.put("kafka.interceptor.api.secret", secrets.get(0));
        Party party = new Party(site, directory, written, Map.of("num.stream.threads", "1"));
        Path log = directory.resolve("log");
        Process process = start(party, log);
        try {
            Awaitility.await().atMost(LIMIT).until(() -> Files.readString(log).contains("-> RUNNING"));

            assertThat(Files.readString(log))
                    .contains("AdminClientConfig values:", "ssl.truststore.password = [hidden]")
                    .doesNotContain(secrets);
            assertThat(process.info().commandLine().orElse(""))
                    .contains("Main run")
                    .doesNotContain(secrets);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void shouldStayOutOfThreadNamesAndPrintedSettings() {
        Party party = new Party(site, directory, login, Map.of());
        try (Monitor monitor = new Monitor(party.config(), RuleSet.NONE)) {
            monitor.start();
            Awaitility.await().atMost(LIMIT).until(monitor::isRunning);

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .anyMatch(name -> name.contains(site))
                    .noneMatch(name -> secrets.stream().anyMatch(name::contains));
        }
        assertThat(party.run("run", "--print-config").out())
                .contains("********")
                .doesNotContain(secrets);
        assertThat(party.run("config", "--effective").out())
                .contains("********")
                .doesNotContain(secrets);
    }

    @Test
    void shouldStayOutOfMessagesAboutThem() {
        String jaas = login.get(JAAS);
        for (String wrong :
                List.of(jaas.replace(";", ""), jaas.replace(site, "nobody"), jaas.replace("required", ""))) {
            Party party = new Party(site, directory, login, Map.of(JAAS, wrong));

            Party.Ran ran = party.run("topics", "check", "--stacktrace");

            assertThat(ran.exit()).as(ran.err()).isEqualTo(1);
            assertThat(ran.out() + ran.err()).isNotBlank().doesNotContain(secrets);
        }
    }

    private Process start(Party party, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dlog4j2.configurationFile=" + file("log4j2.properties", """
                appender.out.type = Console
                appender.out.name = out
                rootLogger.level = info
                rootLogger.appenderRef.out.ref = out
                """));
        // The class path is so long that the operating system would not show the rest of the command.
        command.add("@" + file("arguments", "-cp \"" + System.getProperty("java.class.path") + "\""));
        command.addAll(List.of(Main.class.getName(), "run"));
        command.addAll(List.of("--config", party.file().toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("MISCONDUCT_KAFKA_SASL_JAAS_CONFIG", login.get(JAAS));
        return builder.start();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
