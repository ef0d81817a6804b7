package org.misconductmonitor.rule.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RuleFilesFuzzTest {
    private static final int RUNS = 3_000;
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final List<String> SPLINTERS = List.of(
            "\t",
            "\n",
            " ",
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "&a ",
            "*a",
            "!!int ",
            "---\n",
            "...\n",
            "? ",
            "|\n",
            ">\n",
            "# ",
            ",",
            "%YAML 9.9\n",
            "<<: ",
            "null",
            "~",
            "9999999999",
            "-1",
            "P9Y9M9D",
            "\0",
            "\uD83D\uDE00",
            "\uD83D",
            "\u2028",
            "not: ",
            "0o7");

    @Test
    @Timeout(60)
    void shouldNeverFailOtherThanWithAListOfProblems() {
        List<String> good = DefaultPack.texts().stream().map(RuleText::text).toList();
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            String text = mutated(good.get(random.nextInt(good.size())), random);
            long start = System.nanoTime();
            assertThatCode(() -> loadOrRefuse(text)).as("seed %s", seed).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %s", seed)
                    .isLessThan(LONGEST);
        }
    }

    private static void loadOrRefuse(String text) {
        try {
            assertThat(RuleFiles.read(List.of(new RuleText("fuzz.yaml", text))).documents())
                    .isNotEmpty();
        } catch (RuleFileException e) {
            assertThat(e.problems()).isNotEmpty();
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(mutated.length() + 1);
            int to = Math.min(mutated.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> mutated.delete(at, to);
                case 1 -> mutated.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 2 -> mutated.replace(at, to, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                default -> mutated.insert(at, mutated.substring(at, to));
            }
        }
        return mutated.toString();
    }

    @Test
    @Timeout(20)
    void shouldRefuseWhatIsMadeToExplode() {
        StringBuilder laughs = new StringBuilder("a: &a [x]\n");
        for (char c = 'b'; c < 'z'; c++) {
            String before = "*" + (char) (c - 1);
            laughs.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((before + ",").repeat(9))
                    .append(before)
                    .append("]\n");
        }
        loadOrRefuse(laughs.toString());
        loadOrRefuse("[".repeat(400_000));
        loadOrRefuse("{a: ".repeat(200_000));
        loadOrRefuse("- ".repeat(400_000));
        loadOrRefuse("? ".repeat(400_000));
        loadOrRefuse("x: [" + "1,".repeat(400_000) + "]");
        loadOrRefuse("k: v\n".repeat(150_000));
        loadOrRefuse("---\n".repeat(200_000));
        loadOrRefuse("id: " + "a".repeat(900_000));
    }
}
