package org.misconductmonitor.cli;

import java.nio.file.Path;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.Calendars;
import picocli.CommandLine.Option;

/** Option of every command that reads rules without a configuration: {@code @Mixin CalendarOption}. */
final class CalendarOption {
    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "Bank holidays that deadlines in working days leave out, one date a line. Default: those of"
                    + " England and Wales.")
    private Path file;

    /** @return null if none is given */
    Path file() {
        return file;
    }

    /**
     * The one given, or else the one that comes with the monitor.
     *
     * @throws org.misconductmonitor.rule.file.RuleFileException if it is wrong
     */
    WorkingCalendar load() {
        return Calendars.load(file);
    }
}
