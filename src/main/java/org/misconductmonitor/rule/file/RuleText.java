package org.misconductmonitor.rule.file;

import java.util.List;
import java.util.Objects;
import org.misconductmonitor.rule.WorkingCalendar;

/**
 * The text of a rule file, and how to read it.
 *
 * @param name how errors name it: usually its path
 * @param text YAML, one rule a document
 * @param calendar the working days that its rules count
 */
public record RuleText(String name, String text, WorkingCalendar calendar) {
    public RuleText {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(calendar, "calendar");
    }

    /** With the calendar that comes with the monitor. */
    public RuleText(String name, String text) {
        this(name, text, Calendars.shipped());
    }

    List<String> lines() {
        return text.lines().toList();
    }
}
