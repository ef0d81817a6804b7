package org.misconductmonitor.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.platform.ConfigException;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.MonitorConfig;

/** The configuration file: a configuration, or what is wrong with it. */
public final class ConfigTarget implements Target {
    private final Path file;

    public ConfigTarget() {
        try {
            file = Files.createTempFile("config", ".properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.toFile().deleteOnExit();
    }

    @Override
    public String verdict(byte[] input) {
        try {
            Files.write(file, input);
            MonitorConfig.load(new ConfigSources(Optional.of(file), Map.of(), Map.of()));
            return "taken";
        } catch (ConfigException e) {
            Messages.assertPlain(e.getMessage(), 1_000 + 20 * input.length, "configuration");
            return e.getMessage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                "bootstrap.servers=localhost:9092\nschema.registry.url=http://localhost:8081\n"
                        .getBytes(StandardCharsets.UTF_8),
                "topics.partitions=99999999999999999999\nrules=\u0000\n".getBytes(StandardCharsets.UTF_8),
                "a=\\u00\nstate.dir=${HOME}${${HOME}}${".getBytes(StandardCharsets.UTF_8),
                "num.stream.threads=-1\nhttp.port=99999\ntopics.prefix=\u001B[2J\n".getBytes(StandardCharsets.UTF_8),
                "k".repeat(200_000).getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xFF, (byte) 0xFE});
    }
}
