package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.List;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.Calendars;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFiles;

/** The rules a command works with. */
final class Rules {
    private Rules() {}

    /** @param paths files and directories; none: the pack that comes with the monitor */
    static RuleSet load(List<Path> paths, WorkingCalendar calendar) {
        return loaded(paths, calendar).rules();
    }

    /** Those that a monitor with this configuration starts with. */
    static RuleSet load(MonitorConfig config) {
        return load(config.rules(), Calendars.load(config.calendar()));
    }

    /** The same with all that was read. */
    static LoadedRules loaded(MonitorConfig config) {
        return loaded(config.rules(), Calendars.load(config.calendar()));
    }

    /** The same with their texts. */
    static List<RuleDocument> documents(List<Path> paths, WorkingCalendar calendar) {
        return loaded(paths, calendar).documents();
    }

    /** The same with all that was read. */
    static LoadedRules loaded(List<Path> paths, WorkingCalendar calendar) {
        return paths == null || paths.isEmpty() ? DefaultPack.load(calendar) : RuleFiles.load(paths, calendar);
    }
}
