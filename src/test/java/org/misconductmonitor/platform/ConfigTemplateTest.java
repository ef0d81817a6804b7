package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The documented template and the keys of the code say the same. */
class ConfigTemplateTest {
    private static final Path TEMPLATE = Path.of("src/main/resources/misconduct-monitor.properties");
    private static final Pattern ENTRY = Pattern.compile("^#([a-z][a-z.]*)=(.*)$");

    @Test
    void shouldNameEveryKeyWithItsDefaultInOrder() throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        ConfigKeys.ALL.forEach(key -> expected.put(key.name(), key.byDefault()));

        Map<String, String> documented = new LinkedHashMap<>();
        lines().forEach(line -> {
            Matcher matcher = ENTRY.matcher(line);
            if (matcher.matches()) {
                documented.put(matcher.group(1), matcher.group(2));
            }
        });

        assertThat(documented).containsExactlyEntriesOf(expected);
    }

    @Test
    void shouldExplainEveryKeyInTheLineAboveIt() throws IOException {
        List<String> lines = lines();

        for (int i = 1; i < lines.size(); i++) {
            if (ENTRY.matcher(lines.get(i)).matches()) {
                assertThat(lines.get(i - 1)).as(lines.get(i)).startsWith("# ");
            }
        }
    }

    @Test
    void shouldLoadAsItIsAndWithEveryLineSwitchedOn() throws IOException {
        Path all = Files.createTempFile("template", ".properties");
        String enabled = lines().stream()
                .map(line -> ENTRY.matcher(line).matches() ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));
        Files.writeString(all, enabled);

        MonitorConfig plain = load(TEMPLATE);
        MonitorConfig full = load(all);

        assertThat(full.streams()).isEqualTo(plain.streams());
        assertThat(full.topics()).isEqualTo(plain.topics());
        assertThat(full.stateDir()).isEqualTo(plain.stateDir());
        Files.delete(all);
    }

    private static MonitorConfig load(Path file) {
        return MonitorConfig.load(new ConfigSources(Optional.of(file), Map.of(), Map.of()));
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(TEMPLATE);
    }
}
