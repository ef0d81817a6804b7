package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.misconductmonitor.rule.RuleSet;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The rules of every command that plays a history to them, and how far it goes: {@code @Mixin PlayedRules}. */
final class PlayedRules {
    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Rule files. Default: the pack that comes with the monitor.")
    private List<Path> paths;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Leave out what happened later, and let time go on to then; such as 2020-01-01T00:00:00Z.")
    private Instant until;

    @Mixin
    private CalendarOption calendar;

    /** @throws org.misconductmonitor.rule.file.RuleFileException if a file is wrong */
    RuleSet load() {
        return load(paths);
    }

    /** Other rules, with the same calendar. */
    RuleSet load(List<Path> others) {
        return Rules.load(others, calendar.load());
    }

    /** @return null: to the last event */
    Instant until() {
        return until;
    }
}
