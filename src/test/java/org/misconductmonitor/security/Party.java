package org.misconductmonitor.security;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AclCatalog;

/** Somebody with credentials, and all settings in a file. */
final class Party {
    private final Path file;
    private final MonitorConfig config;

    /** What a command did. */
    record Ran(int exit, String out, String err) {}

    /**
     * @param site name of the monitor, and what its topics begin with
     * @param login of a {@link SecuredCluster}
     */
    Party(String site, Path directory, Map<String, String> login, Map<String, String> more) {
        Properties settings = new Properties();
        settings.setProperty("application.id", site);
        settings.setProperty("topics.prefix", site + ".");
        settings.setProperty("topics.partitions", "1");
        settings.setProperty("topics.replication.factor", "1");
        settings.setProperty("num.stream.threads", "1");
        settings.setProperty(
                "rules",
                Path.of("src/test/resources/rules/every-allegation.yaml").toString());
        settings.setProperty("state.dir", directory.resolve("state").toString());
        login.forEach(settings::setProperty);
        more.forEach(settings::setProperty);
        this.file = directory.resolve(UUID.randomUUID() + ".properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.config = MonitorConfig.load(new ConfigSources(Optional.of(file), Map.of(), Map.of()));
    }

    MonitorConfig config() {
        return config;
    }

    Path file() {
        return file;
    }

    AclCatalog rights() {
        return new AclCatalog(config.topics().catalog(), config.applicationId());
    }

    /** As a command of its own would. */
    Ran run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--config", file.toString()));
        int exit = Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
        return new Ran(exit, out.toString(), err.toString());
    }
}
