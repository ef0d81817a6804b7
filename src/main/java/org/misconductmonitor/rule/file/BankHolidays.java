package org.misconductmonitor.rule.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.misconductmonitor.rule.WorkingCalendar;

/** The working days that come with the monitor. */
public final class BankHolidays {
    private static final String CALENDAR = "/calendars/bank-holidays.txt";

    private BankHolidays() {}

    /** Monday to Friday without the bank holidays of the list on the class path. */
    public static WorkingCalendar calendar() {
        try (InputStream in = BankHolidays.class.getResourceAsStream(CALENDAR)) {
            if (in == null) {
                throw new IllegalStateException("the calendar of bank holidays is missing: is the jar damaged?");
            }
            return WorkingCalendar.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
