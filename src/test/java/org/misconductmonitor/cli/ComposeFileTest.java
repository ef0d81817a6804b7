package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.web.security.TokenFile;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The compose file cannot be started everywhere, so it is compared with the code it starts. */
class ComposeFileTest {
    private static final String JAR = "/app/misconduct-monitor.jar";

    private Map<String, Map<String, Object>> services;
    private Map<String, Object> file;

    @BeforeEach
    void parse() throws IOException {
        Object loaded = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of("docker-compose.yml")));
        file = map(loaded);
        services = new HashMap<>();
        map(file.get("services")).forEach((name, service) -> services.put(name, map(service)));
    }

    @Test
    void shouldRunTheVersionsThatAreTested() throws IOException {
        assertThat(services.get("kafka")).containsEntry("image", "apache/kafka:" + pom("kafka.version"));
        assertThat(services.get("registry"))
                .containsEntry("image", "apicurio/apicurio-registry:" + pom("apicurio.registry.version"));
        assertThat(List.of("monitor", "topics", "tokens")).allSatisfy(name -> assertThat(services.get(name))
                .containsEntry("image", "eclipse-temurin:" + pom("maven.compiler.release") + "-jre"));
    }

    @Test
    void shouldSetOnlyKeysThatExistAndReachTheOtherServices() {
        MonitorConfig config = config();

        assertThat(config.warnings()).isEmpty();
        assertThat(config.bootstrapServers()).isEqualTo("kafka:19092");
        assertThat(map(services.get("kafka").get("environment")).get("KAFKA_ADVERTISED_LISTENERS"))
                .asString()
                .contains("INSIDE://" + config.bootstrapServers());
        assertThat(config.schemaRegistryUrl()).isEqualTo("http://registry:8080/apis/ccompat/v7");
        Map<String, String> shared = new HashMap<>(environment());
        shared.keySet()
                .removeIf(key -> key.startsWith("MISCONDUCT_HTTP_")
                        || key.startsWith("MISCONDUCT_PRIVACY_")
                        || key.equals("MISCONDUCT_APPLICATION_SERVER"));
        assertThat(map(services.get("topics").get("environment"))).isEqualTo(shared);
    }

    @Test
    void shouldServeNobodyWithoutAToken() {
        MonitorConfig config = config();

        assertThat(config.http().access().tokens()).hasToString("/tokens/file");
        assertThat(config.http().port()).contains(Integer.valueOf(port("monitor", 2)));
        assertThat(config.http().applicationServer()).isEqualTo("monitor:" + port("monitor", 2));
        assertThat(list(services.get("monitor").get("volumes"))).contains("tokens:/tokens:ro");
        assertThat(list(services.get("tokens").get("volumes"))).contains("tokens:/tokens");
        assertThat(services.get("monitor").get("healthcheck").toString())
                .contains("/dev/tcp/127.0.0.1/" + port("monitor", 2), "GET /api/v1/system/health/ready ");
    }

    @Test
    void shouldSealWhatPeopleWriteWithKeysApartFromTheState() throws IOException {
        MonitorConfig config = config();

        assertThat(config.privacy().warning()).isEmpty();
        assertThat(config.privacy().freeText()).isEqualTo(FreeText.SEALED);
        assertThat(script())
                .contains("keys=" + config.privacy().keyFile(), "java -jar " + JAR + " privacy create-keys \"$keys\"");
        assertThat(help("privacy", "create-keys")).contains("privacy create-keys");
        assertThat(list(services.get("tokens").get("volumes"))).contains("keys:/keys");
        assertThat(list(services.get("monitor").get("volumes")))
                .contains("keys:/keys:ro", "vault:" + config.privacy().vault());
    }

    @Test
    void shouldLetPrometheusReadWhatItIsGiven() throws IOException {
        String scrape = Files.readString(Path.of("src/observe/prometheus.yml"));

        assertThat(scrape).contains("targets: [\"" + config().http().applicationServer() + "\"]");
        assertThat(scrape).contains("credentials_file: /tokens/prometheus");
        assertThat(list(services.get("prometheus").get("volumes"))).contains("scraper:/tokens:ro");
        assertThat(script()).contains("scraper=/scraper/prometheus");
        assertThat(list(services.get("tokens").get("volumes"))).contains("scraper:/scraper");
        assertThat(Files.readString(Path.of("src/observe/grafana/provisioning/datasources/prometheus.yml")))
                .contains("http://prometheus:9090");
    }

    @Test
    void shouldMountOnlyWhatExists() {
        List<String> mounts = services.values().stream()
                .flatMap(service -> list(service.getOrDefault("volumes", List.of())).stream())
                .map(Object::toString)
                .toList();

        assertThat(mounts)
                .filteredOn(mount -> mount.startsWith("."))
                .isNotEmpty()
                .allSatisfy(mount -> {
                    Path here = Path.of(mount.split(":")[0]);
                    assertThat(here.equals(Path.of("./target")) || Files.exists(here))
                            .as(mount)
                            .isTrue();
                });
        assertThat(mounts)
                .filteredOn(mount -> !mount.startsWith("."))
                .allSatisfy(mount -> assertThat(map(file.get("volumes"))).containsKey(mount.split(":")[0]));
        assertThat(services.values())
                .filteredOn(service -> service.containsKey("image"))
                .allSatisfy(
                        service -> assertThat(service.get("image").toString()).matches(".+:v?\\d.*"));
    }

    @Test
    void shouldMakeTokensThatTheMonitorTakes() throws IOException {
        Path tokens = Files.createTempFile("tokens", "");
        Matcher calls = Pattern.compile("\\$\\(token (--[^)]+)\\)").matcher(script());
        StringBuilder lines = new StringBuilder();
        int made = 0;
        while (calls.find()) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            List<String> words = new ArrayList<>(List.of("token", "new"));
            words.addAll(List.of(calls.group(1).split(" ")));
            assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new)))
                    .as(err.toString())
                    .isEqualTo(Exit.OK);
            assertThat(err.toString()).startsWith("The token, shown only now: ");
            lines.append(out);
            made++;
        }
        Files.writeString(tokens, lines);

        assertThat(made).isEqualTo(3);
        TokenFile.open(tokens, Duration.ofSeconds(5), Clock.systemUTC());
        Files.delete(tokens);
    }

    @Test
    void shouldOfferTheDefaultPortsToThisMachineOnly() {
        MonitorConfig defaults = MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), Map.of()));
        List<String> ports = new ArrayList<>();
        services.values().forEach(service -> list(service.getOrDefault("ports", List.of()))
                .forEach(port -> ports.add(port.toString())));

        assertThat(ports).hasSize(4).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(defaults.bootstrapServers()).endsWith(":" + hostPort("kafka"));
        assertThat(defaults.schemaRegistryUrl()).endsWith(":" + hostPort("registry"));
        assertThat(map(services.get("kafka").get("environment")).get("KAFKA_ADVERTISED_LISTENERS"))
                .asString()
                .contains("OUTSIDE://localhost:" + hostPort("kafka"));
    }

    @Test
    void shouldCreateTopicsBeforeTheMonitorStarts() {
        assertThat(dependencies("topics")).isEqualTo(Map.of("kafka", "service_healthy", "registry", "service_healthy"));
        assertThat(dependencies("monitor"))
                .isEqualTo(
                        Map.of("topics", "service_completed_successfully", "tokens", "service_completed_successfully"));
        assertThat(services.get("kafka")).containsKey("healthcheck");
        assertThat(services.get("registry")).containsKey("healthcheck");
        assertThat(List.of("topics", "tokens"))
                .allSatisfy(name -> assertThat(services.get(name)).containsEntry("restart", "no"));
    }

    @Test
    void shouldRunCommandsThatExist() throws IOException {
        assertThat(list(services.get("topics").get("command")))
                .isEqualTo(List.of("java", "-jar", JAR, "topics", "create"));
        assertThat(list(services.get("monitor").get("command"))).isEqualTo(List.of("java", "-jar", JAR, "run"));
        assertThat(list(services.get("tokens").get("command"))).isEqualTo(List.of("sh", "/compose/tokens.sh"));
        assertThat(list(services.get("tokens").get("volumes"))).contains("./src/compose:/compose:ro");
        assertThat(script()).contains("java -jar " + JAR + " token new ");
        assertThat(help("topics", "create")).contains("topics create");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>misconduct-monitor</finalName>");
    }

    @Test
    void shouldKeepEverythingThatMustSurvive() {
        assertThat(map(file.get("volumes")))
                .containsOnlyKeys(
                        "kafka-data",
                        "registry-data",
                        "monitor-state",
                        "keys",
                        "vault",
                        "tokens",
                        "scraper",
                        "prometheus-data");
        assertThat(list(services.get("kafka").get("volumes")))
                .containsExactly("kafka-data:"
                        + map(services.get("kafka").get("environment")).get("KAFKA_LOG_DIRS"));
        assertThat(map(services.get("registry").get("environment")).get("APICURIO_DATASOURCE_URL"))
                .asString()
                .startsWith("jdbc:h2:file:/var/lib/registry/");
        assertThat(list(services.get("registry").get("volumes"))).containsExactly("registry-data:/var/lib/registry");
        assertThat(list(services.get("monitor").get("volumes"))).contains("monitor-state:" + config().stateDir());
    }

    private MonitorConfig config() {
        return MonitorConfig.load(new ConfigSources(Optional.empty(), environment(), Map.of()));
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        map(services.get("monitor").get("environment")).forEach((key, value) -> environment.put(key, value.toString()));
        return environment;
    }

    private Map<String, String> dependencies(String service) {
        Map<String, String> conditions = new HashMap<>();
        map(services.get(service).get("depends_on"))
                .forEach((name, entry) ->
                        conditions.put(name, map(entry).get("condition").toString()));
        return conditions;
    }

    private String hostPort(String service) {
        return port(service, 1);
    }

    /** @param part 1: on this machine, 2: in the container */
    private String port(String service, int part) {
        return list(services.get(service).get("ports")).get(0).toString().split(":")[part];
    }

    private static String script() throws IOException {
        return Files.readString(Path.of("src/compose/tokens.sh"));
    }

    private static String help(String... command) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--help");
        int exit = Main.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
        assertThat(exit).isEqualTo(Exit.OK);
        return out.toString();
    }

    private static String pom(String property) throws IOException {
        Matcher matcher = Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)</")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(matcher.find()).as(property).isTrue();
        return matcher.group(1);
    }

    /** Merge keys are resolved as compose does: the loader leaves them alone. */
    private static Map<String, Object> map(Object value) {
        Map<String, Object> merged = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, part) -> {
            if (key.equals("<<")) {
                merged.putAll(map(part));
            }
        });
        ((Map<?, ?>) value).forEach((key, part) -> {
            if (!key.equals("<<")) {
                merged.put(key.toString(), part);
            }
        });
        return merged;
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }
}
