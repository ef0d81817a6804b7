package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the configuration comes from; a later one wins: defaults, file, environment, command line.
 *
 * @param file Java properties in UTF-8
 * @param environment every variable; those that start with {@code MISCONDUCT_} are keys
 * @param commandLine keys and values
 */
public record ConfigSources(Optional<Path> file, Map<String, String> environment, Map<String, String> commandLine) {
    public ConfigSources {
        environment = Map.copyOf(environment);
        commandLine = new LinkedHashMap<>(commandLine);
    }
}
