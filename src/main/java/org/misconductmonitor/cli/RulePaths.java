package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.List;
import org.misconductmonitor.rule.WorkingCalendar;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFiles;
import picocli.CommandLine.Parameters;

/** Rule files as arguments of a command. */
final class RulePaths {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Rule files, or directories of *.yaml and *.yml files.")
    private List<Path> paths;

    /** @throws org.misconductmonitor.rule.file.RuleFileException with all that is wrong in them */
    LoadedRules load(WorkingCalendar calendar) {
        return RuleFiles.load(paths, calendar);
    }
}
