package org.misconductmonitor.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long after each fault everything was processed that had been published before it. */
final class Recoveries {
    private final Map<String, List<Duration>> times = new TreeMap<>();

    void add(Setting setting, Fault.Kind kind, Duration time) {
        times.computeIfAbsent("%-32s %-22s".formatted(setting, kind), name -> new ArrayList<>())
                .add(time);
    }

    void addAll(Recoveries others) {
        others.times.forEach((name, more) ->
                times.computeIfAbsent(name, n -> new ArrayList<>()).addAll(more));
    }

    /** One line a setting and kind of fault: how often, and seconds. */
    String table() {
        StringBuilder table = new StringBuilder(
                "%-32s %-22s %5s %8s %8s%n".formatted("SETTING", "FAULT", "TIMES", "MEDIAN s", "WORST s"));
        times.forEach((name, all) -> {
            List<Duration> sorted = all.stream().sorted().toList();
            table.append("%s %5d %8.1f %8.1f%n"
                    .formatted(
                            name,
                            sorted.size(),
                            seconds(sorted.get(sorted.size() / 2)),
                            seconds(sorted.get(sorted.size() - 1))));
        });
        return table.toString();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /** Writes the table where the build leaves what it made. */
    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("recovery.txt"), table());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
