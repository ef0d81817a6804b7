package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.cli.Exit;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.topology.AlertFeed;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** What an operator sets up before the first start, with names of its own on a shared platform; and its users. */
public final class Site {
    private static final String PARTITIONS = "2";

    private final Map<String, String> settings;
    private final MonitorConfig config;

    private Site(Map<String, String> settings) {
        this.settings = settings;
        this.config = load(settings);
    }

    /**
     * Makes the topics and registers the schemas as an operator does.
     *
     * @param more settings, stronger than ours
     */
    public static Site create(EmbeddedPlatform platform, Path directory, Map<String, String> more) {
        Site site = planned(platform, directory, more);
        site.command("topics", "create");
        return site;
    }

    /** One of which the cluster knows nothing yet. */
    static Site planned(EmbeddedPlatform platform, Path directory, Map<String, String> more) {
        String name = "e2e-" + UUID.randomUUID();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", platform.bootstrapServers());
        settings.put("schema.registry.url", platform.registryUrl());
        settings.put("application.id", name);
        settings.put("topics.prefix", name + ".");
        settings.put("topics.partitions", PARTITIONS);
        settings.put("topics.replication.factor", "1");
        settings.put("state.dir", directory.resolve("state").toString());
        settings.putAll(more);
        return new Site(settings);
    }

    public MonitorConfig config() {
        return config;
    }

    /** The same site with other settings, such as a state directory for a second instance. */
    MonitorConfig configWith(Map<String, String> more) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.putAll(more);
        return load(changed);
    }

    public String topic(MonitorTopic topic) {
        return config.topics().catalog().name(topic);
    }

    List<String> arguments() {
        return arguments(Map.of());
    }

    /**
     * The settings as a command line takes them.
     *
     * @param more settings, stronger than those of the site
     */
    public List<String> arguments(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        all.putAll(more);
        List<String> arguments = new ArrayList<>();
        all.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return arguments;
    }

    /** Publishes all of them in one transaction, in this order. */
    void publish(List<Event> events) {
        try (Publisher publisher = new Publisher(
                config.topics().catalog(),
                ClientProperties.producer(config),
                serdes(),
                "publisher-" + UUID.randomUUID())) {
            events.forEach(publisher::publish);
            publisher.commit();
        }
    }

    /** Every transition that a reader of committed records sees, in order within each officer. */
    public List<Alert> transitions() {
        return alerts(MonitorTopic.ALERTS);
    }

    public List<Alert> alerts(MonitorTopic topic) {
        try (AlertFeed feed = new AlertFeed(ClientProperties.consumer(config), topic(topic), serdes().deserializer())) {
            return feed.readToEnd();
        }
    }

    public ConfiguredSerdes serdes() {
        return ConfiguredSerdes.from(config.passThrough().serdes());
    }

    /** Takes every topic of it away: a broker that is shared has the less to do. */
    public void drop() {
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            List<String> topics = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(config.applicationId()))
                    .toList();
            admin.deleteTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void command(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(arguments());
        StringWriter said = new StringWriter();
        int exit = Main.run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertThat(exit).as(said.toString()).isEqualTo(Exit.OK);
    }

    private static MonitorConfig load(Map<String, String> settings) {
        return MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), settings));
    }
}
