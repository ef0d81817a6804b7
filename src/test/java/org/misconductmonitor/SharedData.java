package org.misconductmonitor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Data that tests use where it is present, but that may not be part of the project. */
public final class SharedData {
    private SharedData() {}

    /** The file of that name beside the project; the test is skipped, with a message, where it is absent. */
    public static Path file(String name) {
        Path folder = Path.of(System.getProperty("shared.data", "../shared/data"));
        Path file = folder.resolve(name);
        assumeTrue(
                Files.isReadable(file),
                () -> "skipped: " + file + " is not here; say where it is with -Dshared.data=FOLDER");
        return file;
    }
}
