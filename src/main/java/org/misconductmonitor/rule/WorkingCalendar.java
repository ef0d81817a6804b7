package org.misconductmonitor.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days are worked on: Monday to Friday, without bank holidays.
 *
 * @param holidays bank holidays that fall on a weekday
 */
public record WorkingCalendar(Set<LocalDate> holidays) {
    public WorkingCalendar {
        holidays = Set.copyOf(holidays);
    }

    /**
     * Reads one date a line; what follows the date, empty lines and lines that start with # are for people.
     *
     * @throws java.time.DateTimeException if a line starts with anything else
     */
    public static WorkingCalendar of(List<String> lines) {
        return new WorkingCalendar(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> LocalDate.parse(line.strip().split("\\s", 2)[0]))
                .collect(Collectors.toSet()));
    }

    public boolean worksOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day);
    }

    /** The n-th working day after a day. */
    LocalDate plus(LocalDate day, int workingDays) {
        LocalDate reached = day;
        for (int left = workingDays; left > 0; ) {
            reached = reached.plusDays(1);
            if (worksOn(reached)) {
                left--;
            }
        }
        return reached;
    }
}
