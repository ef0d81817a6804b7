package org.misconductmonitor.event.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How a table becomes events: written in YAML, checked when it is loaded. */
public final class CsvMapping {
    private final char separator;
    private final List<EventRule> events;

    CsvMapping(char separator, List<EventRule> events) {
        this.separator = separator;
        this.events = List.copyOf(events);
    }

    /** @throws CsvMappingException with file, line, column and what to write instead */
    public static CsvMapping load(Path file) throws IOException {
        return parse(Files.readString(file), file.toString());
    }

    /**
     * The same from text.
     *
     * @param name for error messages
     */
    public static CsvMapping parse(String yaml, String name) {
        return new CsvMappingParser(YamlNode.parse(yaml, name)).mapping();
    }

    char separator() {
        return separator;
    }

    List<EventRule> events() {
        return events;
    }
}
