package org.misconductmonitor.event.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;

/** Opens files of events. Gzip is recognised by its first bytes, whatever the name of the file. */
public final class EventReaders {
    private EventReaders() {}

    /** One JSON object a line. */
    public static EventReader jsonLines(Path file) throws IOException {
        return new JsonLinesReader(InputFile.open(file));
    }

    /**
     * The same from a stream, such as standard input.
     *
     * @param name for error messages
     */
    public static EventReader jsonLines(InputStream stream, String name) throws IOException {
        return new JsonLinesReader(InputFile.of(stream, name));
    }

    /**
     * A table with a header.
     *
     * @throws CsvMappingException before anything is read, if the table has not the columns of the mapping
     */
    public static EventReader csv(Path file, CsvMapping mapping) throws IOException {
        return CsvEventReader.open(InputFile.open(file), mapping);
    }

    /** The same from a stream, such as standard input. */
    public static EventReader csv(InputStream stream, String name, CsvMapping mapping) throws IOException {
        return CsvEventReader.open(InputFile.of(stream, name), mapping);
    }

    /**
     * Rejects also the events that would not pass the checks on arrival.
     *
     * @param ingestedAt when they will be published
     */
    public static EventReader checked(EventReader reader, Instant ingestedAt) {
        return new CheckedReader(reader, ingestedAt);
    }
}
