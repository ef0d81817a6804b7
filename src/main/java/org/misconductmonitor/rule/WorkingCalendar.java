package org.misconductmonitor.rule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days are worked on: Monday to Friday, without bank holidays.
 *
 * @param holidays bank holidays that fall on a weekday; others are dropped
 */
public record WorkingCalendar(Set<LocalDate> holidays) {
    /** Monday to Friday, always. */
    public static final WorkingCalendar WEEKDAYS = new WorkingCalendar(Set.of());

    public WorkingCalendar {
        holidays = holidays.stream().filter(WorkingCalendar::isWeekday).collect(Collectors.toUnmodifiableSet());
    }

    public boolean worksOn(LocalDate day) {
        return isWeekday(day) && !holidays.contains(day);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
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
