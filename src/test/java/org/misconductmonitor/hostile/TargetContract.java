package org.misconductmonitor.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every target stands without a fuzzer: its seeds, some spoilt ones, and what a fuzzer once found. The test of
 * {@code XTarget} is {@code XTargetTest}, its fuzzer {@code XFuzz}; Jazzer puts what it finds into the directory
 * {@code XFuzzInputs} of the test resources, if there is one: committed, it is looked at ever after.
 */
public abstract class TargetContract {
    /** One for each test. */
    protected abstract Target target();

    /** How many spoilt seeds: fewer where each takes long. */
    protected int spoilt() {
        return 500;
    }

    @Test
    @Timeout(300)
    void shouldStandItsSeeds() {
        Target target = target();
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        for (int i = 0; i < seeds.size(); i++) {
            feed(target, seeds.get(i), "seed " + i);
        }
    }

    @Test
    @Timeout(300)
    void shouldStandSpoiltSeeds() {
        Target target = target();
        List<byte[]> seeds = target.seeds();
        for (int seed = 0; seed < spoilt(); seed++) {
            feed(target, Mutations.of(seeds, seed), "mutation " + seed);
        }
    }

    @Test
    @Timeout(300)
    void shouldStandWhatAFuzzerFound() {
        List<Path> found = files(directory());
        assertThat(found).as("without it a find of the night would be lost").isNotEmpty();
        Target target = target();
        found.forEach(file -> feed(target, bytes(file), file.toString()));
    }

    private Path directory() {
        String fuzzer = getClass().getName().replaceFirst("TargetTest$", "Fuzz");
        return Path.of("src/test/resources", (fuzzer + "Inputs").replace('.', '/'), "fuzz");
    }

    private static void feed(Target target, byte[] input, String what) {
        assertThatCode(() -> target.feed(input)).as(what).doesNotThrowAnyException();
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
