package org.misconductmonitor.cli;

import java.time.Instant;
import java.util.function.Predicate;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Life;
import picocli.CommandLine.Option;

/** Options that choose alerts; without any, all are chosen. */
final class AlertFilter implements Predicate<Alert> {
    @Option(names = "--rule", paramLabel = "ID", description = "Only alerts of this rule.")
    private String rule;

    @Option(names = "--officer", paramLabel = "ID", description = "Only alerts about this officer or other subject.")
    private String officer;

    @Option(names = "--level", paramLabel = "NAME", description = "Only alerts of this level, such as RED.")
    private String level;

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "Only alerts that fired then or later, such as 2024-01-01T00:00:00Z.")
    private Instant since;

    @Option(names = "--state", paramLabel = "NAME", description = "Only alerts in this state, such as UNDER_REVIEW.")
    private String state;

    @Option(names = "--owner", paramLabel = "PSEUDONYM", description = "Only alerts that this reviewer has.")
    private String owner;

    @Option(names = "--open", description = "Only alerts that nobody has closed and no fact has ended.")
    private boolean open;

    @Override
    public boolean test(Alert alert) {
        return (rule == null || rule.equals(alert.rule().id()))
                && (officer == null || officer.equals(alert.subject().id()))
                && (level == null || level.equalsIgnoreCase(alert.level()))
                && (since == null || !alert.firedAt().isBefore(since))
                && isReviewedSo(alert.life());
    }

    private boolean isReviewedSo(Life life) {
        return (state == null
                        || ReviewOptions.state(state)
                                .filter(life.state()::equals)
                                .isPresent())
                && (owner == null || owner.equals(life.owner()))
                && (!open || life.state().isOpen());
    }
}
