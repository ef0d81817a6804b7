package org.misconductmonitor.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${file:/path}} and {@code ${env:NAME}}, so that secrets need not stand in the configuration. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(file|env):([^}]*)}");

    private final Map<String, String> environment;

    Placeholders(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    static boolean isOnlyAPlaceholder(String value) {
        return PLACEHOLDER.matcher(value).matches();
    }

    static boolean hasAny(String value) {
        return PLACEHOLDER.matcher(value).find();
    }

    /** @throws IllegalArgumentException with what is wrong, to follow the name of the key */
    String resolve(String value) {
        return PLACEHOLDER
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1).equals("env") ? variable(found.group(2)) : content(found.group(2))));
    }

    private String variable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new IllegalArgumentException("asks for the environment variable " + name + ", which is not set");
        }
        return value;
    }

    private static String content(String path) {
        try {
            return Files.readString(Path.of(path)).stripTrailing();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException("asks for the file " + path + ", which cannot be read (" + e + ")", e);
        }
    }
}
