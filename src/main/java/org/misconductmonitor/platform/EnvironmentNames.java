package org.misconductmonitor.platform;

import java.util.Locale;
import java.util.Optional;

/**
 * Names of environment variables: {@code MISCONDUCT_BOOTSTRAP_SERVERS} is {@code bootstrap.servers}. One underscore is
 * a dot, two are an underscore, three are a hyphen.
 */
final class EnvironmentNames {
    static final String PREFIX = "MISCONDUCT_";

    private EnvironmentNames() {}

    static Optional<String> key(String variable) {
        return variable.startsWith(PREFIX) && variable.length() > PREFIX.length()
                ? Optional.of(translate(variable.substring(PREFIX.length())))
                : Optional.empty();
    }

    /** The variable for a key. */
    static String variable(String key) {
        return PREFIX
                + key.toUpperCase(Locale.ROOT)
                        .replace("_", "__")
                        .replace("-", "___")
                        .replace('.', '_');
    }

    private static String translate(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("___", "-")
                .replace("__", "\0")
                .replace('_', '.')
                .replace('\0', '_');
    }
}
