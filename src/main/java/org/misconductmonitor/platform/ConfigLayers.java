package org.misconductmonitor.platform;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Lays the sources over each other. What is wrong is collected, so that all of it can be told at once. */
final class ConfigLayers {
    private final Map<String, ConfigValue> values = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Placeholders placeholders;

    ConfigLayers(ConfigSources sources) {
        this.placeholders = new Placeholders(sources.environment());
        ConfigKeys.ALL.forEach(key -> put(key.name(), key.byDefault(), "default"));
        put(ConfigKeys.STATE_DIR.name(), stateDirectory(sources.environment()), "default");
        sources.file().ifPresent(this::file);
        new TreeMap<>(sources.environment()).forEach(this::variable);
        sources.commandLine().forEach(this::argument);
    }

    Map<String, ConfigValue> values() {
        return values;
    }

    List<String> problems() {
        return problems;
    }

    /** Things that are ignored but may be mistakes. */
    List<String> warnings() {
        return warnings;
    }

    private void file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            problems.add("cannot read the configuration file " + file + " (" + e + "): check --config");
        } catch (IllegalArgumentException e) {
            problems.add(file + " is not a properties file in UTF-8 (" + e.getMessage() + "): write a \\ as \\\\");
        }
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(key -> checked(key, properties.getProperty(key), file.toString()));
    }

    /** Container platforms set variables of their own, some with our prefix: what is not a key is not an error. */
    private void variable(String name, String value) {
        EnvironmentNames.key(name).ifPresent(key -> {
            if (ConfigKeys.isKnown(key)) {
                checked(key, value, "environment " + name);
            } else {
                warnings.add(
                        "environment variable " + name + " is ignored: there is no key " + key + NearestKey.hint(key));
            }
        });
    }

    /** Everybody on a machine can read the arguments of its processes. */
    private void argument(String key, String value) {
        if (ConfigKeys.isKnown(key) && Secrets.isTold(key, value)) {
            problems.add(key
                    + " (command line) holds a secret, which others would see in the list of processes: set it in"
                    + " the file or as " + EnvironmentNames.variable(key) + ", or write " + key + "=${file:/path}");
            return;
        }
        checked(key, value, "command line");
    }

    private void checked(String key, String value, String source) {
        if (!ConfigKeys.isKnown(key)) {
            problems.add("there is no key " + key + " (" + source + ")" + NearestKey.hint(key));
            return;
        }
        if (value.isBlank() && !PassThrough.isPassedOn(key)) {
            return;
        }
        PassThrough.objection(key)
                .ifPresentOrElse(
                        objection -> problems.add(key + " (" + source + ") " + objection),
                        () -> put(key, value.strip(), source));
    }

    private void put(String key, String written, String source) {
        try {
            values.put(key, new ConfigValue(key, written, placeholders.resolve(written), source));
        } catch (IllegalArgumentException e) {
            problems.add(key + " (" + source + ") " + e.getMessage());
        }
    }

    private static String stateDirectory(Map<String, String> environment) {
        return UserDirectories.data(environment, System.getProperty("os.name"), System.getProperty("user.home"))
                .resolve("state")
                .toString();
    }
}
