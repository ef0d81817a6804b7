package org.misconductmonitor.rule.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.rule.WorkingCalendar;

/**
 * Calendars of bank holidays: one date a line. What follows the date after a blank, empty lines and lines that start with
 * # are for people.
 */
public final class Calendars {
    private static final String SHIPPED = "/calendars/bank-holidays.txt";

    private Calendars() {}

    /** The one that comes with the monitor: England and Wales. */
    public static WorkingCalendar shipped() {
        try (InputStream in = Calendars.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("the calendar of bank holidays is missing: is the jar damaged?");
            }
            return read(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file null: the one that comes with the monitor
     * @throws RuleFileException with every line that is wrong, or why the file cannot be read
     */
    public static WorkingCalendar load(Path file) {
        if (file == null) {
            return shipped();
        }
        List<RuleProblem> unreadable = new ArrayList<>();
        String text = RuleSources.text(file, unreadable);
        if (text == null) {
            throw new RuleFileException(unreadable);
        }
        return read(file.toString(), text);
    }

    private static WorkingCalendar read(String name, String text) {
        Problems problems = new Problems(new RuleText(name, text, WorkingCalendar.WEEKDAYS));
        Set<LocalDate> holidays = new HashSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                LocalDate day = date(line.split("\\s", 2)[0], new Place(name, i + 1, 1), problems);
                if (day != null) {
                    holidays.add(day);
                }
            }
        }
        if (holidays.isEmpty() && problems.count() == 0) {
            problems.error(
                    problems.wholeFile(),
                    "holds no bank holiday; write one a line, such as '2026-12-25 Christmas Day'");
        }
        if (problems.count() > 0) {
            throw new RuleFileException(problems.errors());
        }
        return new WorkingCalendar(holidays);
    }

    private static LocalDate date(String word, Place place, Problems problems) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException e) {
            problems.error(
                    place,
                    "'" + Scalars.shortened(word) + "' is no date of the calendar; start the line with one, then a"
                            + " blank, such as '2026-12-25 Christmas Day'");
            return null;
        }
    }
}
