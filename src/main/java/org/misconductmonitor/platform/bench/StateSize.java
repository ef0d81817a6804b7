package org.misconductmonitor.platform.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.misconductmonitor.topology.Names;

/** What a state directory takes on disk. */
final class StateSize {
    private StateSize() {}

    /** To be asked when the stores are closed: until then the newest facts are in memory. */
    static BenchResult.State of(Path directory, long officerAllegations) {
        long bytes = bytes(directory, path -> isData(path));
        long facts = bytes(directory, path -> isData(path) && path.toString().contains(Names.OFFICER_EVENTS));
        return new BenchResult.State(officerAllegations, bytes, facts, (double) bytes / officerAllegations);
    }

    static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables and logs of changes; RocksDB's own diary and lists of options do not grow with the facts. */
    private static boolean isData(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(".sst") || name.endsWith(".log");
    }

    private static long bytes(Path directory, Predicate<Path> which) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .filter(which)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
