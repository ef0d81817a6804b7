package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.List;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.WorkingCalendar;

/** Rules as they travel from the analyst to the monitor. */
public final class PublishedRules {
    private PublishedRules() {}

    /** The version to publish for a rule of a file. */
    public static RuleVersion of(RuleDocument document, String publishedBy, Instant publishedAt, String comment) {
        Rule rule = document.rule();
        RuleVersion.Status status =
                rule.status() == Rule.Status.SHADOW ? RuleVersion.Status.SHADOW : RuleVersion.Status.LIVE;
        return new RuleVersion(rule.id(), rule.version(), status, document.yaml(), publishedBy, publishedAt, comment);
    }

    /**
     * Reads the text of a published rule.
     *
     * @param calendar the working days that it counts here, whatever calendar its analyst has
     * @throws RuleFileException if this release does not understand it, or it is not that rule alone
     */
    public static Rule read(String ruleId, String yaml, WorkingCalendar calendar) {
        String name = "published " + ruleId;
        List<RuleDocument> documents =
                RuleFiles.read(List.of(new RuleText(name, yaml, calendar))).documents();
        Rule rule = documents.get(0).rule();
        if (documents.size() != 1 || !rule.id().equals(ruleId)) {
            throw refused(name, "must hold the rule '" + ruleId + "' and no other");
        }
        return rule;
    }

    /**
     * Checks a version on arrival: with no calendar, on which neither the version depends nor whether a rule is right.
     *
     * @throws RuleFileException if it cannot be read, or is not the version that it claims to be
     */
    public static void check(RuleVersion published) {
        if (published.isRetired()) {
            return;
        }
        Rule rule = read(published.ruleId(), published.yaml(), WorkingCalendar.WEEKDAYS);
        if (!rule.version().equals(published.version())) {
            throw refused(
                    "published " + published.ruleId(),
                    "is version " + rule.version() + ", not " + published.version()
                            + " as it claims; publish it with the release that runs");
        }
    }

    private static RuleFileException refused(String name, String message) {
        return new RuleFileException(List.of(new RuleProblem(Place.ofFile(name), message, "")));
    }
}
