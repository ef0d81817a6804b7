package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
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
        assertThat(List.of("monitor", "topics")).allSatisfy(name -> assertThat(services.get(name))
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
        assertThat(map(services.get("topics").get("environment"))).isEqualTo(environment());
    }

    @Test
    void shouldOfferTheDefaultPortsToThisMachineOnly() {
        MonitorConfig defaults = MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), Map.of()));
        List<String> ports = new ArrayList<>();
        services.values().forEach(service -> list(service.getOrDefault("ports", List.of()))
                .forEach(port -> ports.add(port.toString())));

        assertThat(ports).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(defaults.bootstrapServers()).endsWith(":" + hostPort("kafka"));
        assertThat(defaults.schemaRegistryUrl()).endsWith(":" + hostPort("registry"));
        assertThat(map(services.get("kafka").get("environment")).get("KAFKA_ADVERTISED_LISTENERS"))
                .asString()
                .contains("OUTSIDE://localhost:" + hostPort("kafka"));
    }

    @Test
    void shouldCreateTopicsBeforeTheMonitorStarts() {
        assertThat(dependencies("topics")).isEqualTo(Map.of("kafka", "service_healthy", "registry", "service_healthy"));
        assertThat(dependencies("monitor")).isEqualTo(Map.of("topics", "service_completed_successfully"));
        assertThat(services.get("kafka")).containsKey("healthcheck");
        assertThat(services.get("registry")).containsKey("healthcheck");
        assertThat(services.get("topics")).containsEntry("restart", "no");
    }

    @Test
    void shouldRunCommandsThatExist() throws IOException {
        assertThat(list(services.get("topics").get("command")))
                .isEqualTo(List.of("java", "-jar", JAR, "topics", "create"));
        assertThat(list(services.get("monitor").get("command"))).isEqualTo(List.of("java", "-jar", JAR, "run"));
        assertThat(help("topics", "create")).contains("topics create");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<finalName>misconduct-monitor</finalName>");
    }

    @Test
    void shouldKeepEverythingThatMustSurvive() {
        assertThat(map(file.get("volumes"))).containsOnlyKeys("kafka-data", "registry-data", "monitor-state");
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
        return list(services.get(service).get("ports")).get(0).toString().split(":")[1];
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

    @SuppressWarnings("unchecked") // keys of the file are names
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static List<Object> list(Object value) {
        return List.copyOf((List<?>) value);
    }
}
