package org.misconductmonitor.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The stores of an application on this machine. */
final class LocalState {
    private LocalState() {}

    /**
     * Where Kafka Streams keeps them.
     *
     * @throws ResetException if the name of the application points outside of the state directory
     */
    static Path directory(MonitorConfig config) {
        Path parent = config.stateDir().toAbsolutePath().normalize();
        Path directory = parent.resolve(config.applicationId()).normalize();
        if (!parent.equals(directory.getParent())) {
            throw new ResetException(
                    "application.id " + config.applicationId() + " is no name of a directory: nothing is deleted",
                    null);
        }
        return directory;
    }

    /** Deletes it with all that is in it; links are deleted, not followed. */
    static void delete(Path directory) {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(directory)) {
                deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new ResetException(
                    directory + " cannot be deleted (" + e.getMessage() + "): delete it by hand, then reset again", e);
        }
    }
}
