package org.misconductmonitor.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every target stands without a fuzzer: its seeds, some spoilt ones, and what a fuzzer once found. */
public abstract class TargetContract {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** One for each test. */
    protected abstract Target target();

    /** How many spoilt seeds: fewer where each takes long. */
    protected int spoilt() {
        return 500;
    }

    @Test
    @Timeout(120)
    void shouldStandItsSeeds() {
        Target target = target();
        List<byte[]> seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        for (int i = 0; i < seeds.size(); i++) {
            feed(target, seeds.get(i), "seed " + i);
        }
    }

    @Test
    @Timeout(120)
    void shouldStandSpoiltSeeds() {
        Target target = target();
        for (int seed = 0; seed < spoilt(); seed++) {
            feed(target, Mutations.of(target.seeds(), seed), "mutation " + seed);
        }
    }

    @Test
    @Timeout(120)
    void shouldStandWhatAFuzzerFound() {
        Path found = Path.of("src/test/resources/fuzz", target().getClass().getSimpleName());
        if (Files.isDirectory(found)) {
            Target target = target();
            files(found).forEach(file -> feed(target, bytes(file), file.toString()));
        }
    }

    private static void feed(Target target, byte[] input, String what) {
        long start = System.nanoTime();
        assertThatCode(() -> target.feed(input)).as(what).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(what).isLessThan(LONGEST);
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
