package org.misconductmonitor.platform;

import java.util.List;

/** Reads typed values out of the layers; a value that is not allowed becomes a problem and null. */
final class ConfigReader {
    private final ConfigLayers layers;
    private final List<String> problems;

    ConfigReader(ConfigLayers layers) {
        this.layers = layers;
        this.problems = layers.problems();
    }

    <T> T read(ConfigKey<T> key) {
        ConfigValue value = layers.values().get(key.name());
        if (value == null) {
            return null;
        }
        try {
            return key.format().parser().apply(value.value());
        } catch (IllegalArgumentException e) {
            problems.add("%s = %s (%s) must be %s"
                    .formatted(
                            key.name(),
                            value.shown(),
                            value.source(),
                            key.format().allowed()));
            return null;
        }
    }
}
