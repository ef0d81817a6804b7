package org.misconductmonitor.cli;

import java.nio.file.Path;
import java.util.List;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFiles;

/** The rules a command works with. */
final class Rules {
    private Rules() {}

    /** @param paths files and directories; none: the pack that comes with the monitor */
    static RuleSet load(List<Path> paths) {
        return loaded(paths).rules();
    }

    /** The same with their texts. */
    static List<RuleDocument> documents(List<Path> paths) {
        return loaded(paths).documents();
    }

    /** The same with all that was read. */
    static LoadedRules loaded(List<Path> paths) {
        return paths == null || paths.isEmpty() ? DefaultPack.load() : RuleFiles.load(paths);
    }
}
