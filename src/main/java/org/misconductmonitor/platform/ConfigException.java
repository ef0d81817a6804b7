package org.misconductmonitor.platform;

import java.util.List;

/** The configuration cannot be used; the message names every wrong key with its value, source and what is allowed. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : "the configuration has " + problems.size() + " errors:" + System.lineSeparator() + "  "
                                + String.join(System.lineSeparator() + "  ", problems));
    }

    public ConfigException(String problem) {
        this(List.of(problem));
    }
}
