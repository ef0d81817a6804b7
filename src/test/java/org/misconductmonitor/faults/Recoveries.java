package org.misconductmonitor.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** How long monitors took to be themselves again, by setting and kind of fault. */
final class Recoveries {
    private static final String KILLS = "all kills";

    private record Row(String setting, String fault) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int bySetting = setting.compareTo(other.setting);
            return bySetting != 0 ? bySetting : fault.compareTo(other.fault);
        }
    }

    private final Map<Row, List<Recovery>> rows = new TreeMap<>();
    private final String name;

    /** @param name of the setting that is looked at, where faults are added here */
    Recoveries(String name) {
        this.name = name;
    }

    void add(Fault.Kind kind, Recovery recovery) {
        add(new Row(name, kind.name()), List.of(recovery));
        if (kind.kills()) {
            add(new Row(name, KILLS), List.of(recovery));
        }
    }

    void addAll(Recoveries others) {
        others.rows.forEach(this::add);
    }

    private void add(Row row, List<Recovery> more) {
        rows.computeIfAbsent(row, name -> new ArrayList<>()).addAll(more);
    }

    /** In Markdown, a line for each setting and kind of fault, and one for all kills of a setting; seconds. */
    String table() {
        StringBuilder table = new StringBuilder("""
                | setting | fault | n | at work: median s | p90 s | caught up: median s | p90 s |
                |---|---|---|---|---|---|---|
                """);
        rows.forEach((row, all) -> table.append("| %s | %s | %d | %.1f | %.1f | %.1f | %.1f |%n"
                .formatted(
                        row.setting(),
                        row.fault(),
                        all.size(),
                        seconds(all, Recovery::atWork, 50),
                        seconds(all, Recovery::atWork, 90),
                        seconds(all, Recovery::caughtUp, 50),
                        seconds(all, Recovery::caughtUp, 90))));
        return table.toString();
    }

    /** The smallest that so many percent do not exceed. */
    private static double seconds(List<Recovery> all, Function<Recovery, Duration> time, int percent) {
        Stream<Duration> sorted = all.stream().map(time).sorted();
        return sorted.skip((all.size() * percent + 99) / 100 - 1)
                        .findFirst()
                        .orElseThrow()
                        .toMillis()
                / 1000.0;
    }

    /** Writes the table where the build leaves what it made. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("recovery.md"), table());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
