package org.misconductmonitor.faults;

import java.time.Duration;

/** Says on the console how far a long run is. */
final class Progress {
    private final long since = System.nanoTime();
    private final String name;

    /** @param name what is running */
    Progress(String name) {
        this.name = name;
    }

    /** @param format and arguments as those of {@link String#format(String, Object...)} */
    void tell(String format, Object... arguments) {
        Duration passed = Duration.ofNanos(System.nanoTime() - since);
        System.out.printf(
                "%3d:%02d %s  %s%n", passed.toMinutes(), passed.toSecondsPart(), name, format.formatted(arguments));
    }
}
