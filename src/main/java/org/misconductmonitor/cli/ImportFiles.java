package org.misconductmonitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.misconductmonitor.event.input.CsvMapping;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;

/** The files of an import, and how to read them. */
final class ImportFiles {
    /** How files are written. */
    enum Format {
        JSONL,
        CSV
    }

    private final List<Path> paths;
    private final Format format;
    private final CsvMapping mapping;
    private final Instant now = Instant.now();

    /**
     * @param format null: as the name of each file says
     * @param mapping null if no file is a table
     * @throws RejectedFileException if a file is not there, or is a table and there is no mapping
     */
    ImportFiles(List<Path> paths, Format format, CsvMapping mapping) {
        this.paths = paths;
        this.format = format;
        this.mapping = mapping;
        for (Path path : paths) {
            if (!Files.isReadable(path) || Files.isDirectory(path)) {
                throw new RejectedFileException(path + " cannot be read: is the path right?");
            }
            if (format(path) == Format.CSV && mapping == null) {
                throw new RejectedFileException(path + " is a table: say with --mapping FILE what its columns mean,"
                        + " or with --format jsonl that it is none");
            }
        }
    }

    /**
     * Reads them one after the other; the checks on arrival are made, too.
     *
     * @param progress told the bytes of all files read so far
     */
    void read(EventImport target, Progress progress) throws IOException {
        long before = 0;
        for (Path path : paths) {
            long start = before;
            try (EventReader reader = EventReaders.checked(open(path), now)) {
                target.read(path.toString(), reader, bytes -> progress.to(start + bytes));
            }
            before += Files.size(path);
        }
    }

    /** Bytes of all of them. */
    long size() throws IOException {
        long size = 0;
        for (Path path : paths) {
            size += Files.size(path);
        }
        return size;
    }

    /** The same for the same files, whoever asks: two imports of them are one and the same to the cluster. */
    String fingerprint() {
        List<Path> absolute = paths.stream().map(Path::toAbsolutePath).toList();
        return Integer.toHexString(Objects.hash(absolute));
    }

    private EventReader open(Path path) throws IOException {
        return format(path) == Format.CSV ? EventReaders.csv(path, mapping) : EventReaders.jsonLines(path);
    }

    private Format format(Path path) {
        if (format != null) {
            return format;
        }
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".csv.gz") ? Format.CSV : Format.JSONL;
    }
}
