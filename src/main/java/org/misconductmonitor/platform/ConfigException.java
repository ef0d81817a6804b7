package org.misconductmonitor.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Texts;

/** The configuration cannot be used; the message names every wrong key with its value, source and what is allowed. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String SEPARATOR = System.lineSeparator() + "  ";
    private static final int LONGEST = 1_000;

    public ConfigException(List<String> problems) {
        super(
                problems.size() == 1
                        ? shown(problems.get(0))
                        : problems.stream()
                                .map(ConfigException::shown)
                                .collect(Collectors.joining(
                                        SEPARATOR,
                                        "the configuration has " + problems.size() + " errors:" + SEPARATOR,
                                        "")));
    }

    public ConfigException(String problem) {
        this(List.of(problem));
    }

    /** Keys and values are whatever the file says. */
    private static String shown(String problem) {
        String printable = Texts.printable(problem);
        return printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "...";
    }
}
