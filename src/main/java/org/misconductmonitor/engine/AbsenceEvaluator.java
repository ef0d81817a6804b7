package org.misconductmonitor.engine;

import java.util.List;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Pattern;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Situation;

/** A fact that is not followed by another in time. */
final class AbsenceEvaluator extends Evaluator {
    private final Absence absence;
    private final String missed;

    AbsenceEvaluator(Rule rule, Absence absence) {
        super(rule);
        this.absence = absence;
        this.missed = TypeNames.of(absence.on()) + " was not followed by "
                + TypeNames.of(absence.then().on()) + " by ";
    }

    @Override
    public boolean accepts(Observation fact) {
        return starts(fact) || answers(fact) || holds(fact) || isBackground(fact);
    }

    boolean starts(Observation fact) {
        return absence.on().contains(fact.type())
                && absence.by().isNamedBy(fact)
                && (absence.due() == null || fact.get(absence.due()) != null)
                && rule().where().matches(fact);
    }

    boolean answers(Observation fact) {
        return absence.then().matches(fact.type(), fact) && absence.by().isNamedBy(fact);
    }

    private boolean holds(Observation fact) {
        return absence.hold() != null
                && absence.by().isNamedBy(fact)
                && (absence.hold().from().matches(fact.type(), fact)
                        || absence.hold().until().matches(fact.type(), fact));
    }

    private boolean isBackground(Observation fact) {
        return touches(absence.background().during(), fact)
                || touches(absence.background().unless(), fact);
    }

    /** Whether the fact starts or ends one of them. */
    static boolean touches(List<Situation> situations, Observation fact) {
        for (Situation situation : situations) {
            if (touches(situation, fact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean touches(Situation situation, Observation fact) {
        return (situation.from().matches(fact.type(), fact) || matches(situation.until(), fact))
                && situation.by().isNamedBy(fact);
    }

    private static boolean matches(Pattern pattern, Observation fact) {
        return pattern != null && pattern.matches(fact.type(), fact);
    }

    @Override
    public Fold start() {
        return new AbsenceFold(this, absence);
    }

    @Override
    public String explain(Firing firing) {
        boolean dated = absence.due() != null;
        String length = dated
                ? ""
                : " (" + absence.levels().get(firing.levelIndex()).after().inWords() + ")";
        String again = firing.count() == 1 ? "" : ", for the " + ordinal(firing.count()) + " time";
        return missed + Explanation.day(firing.dueBy()) + length + again;
    }

    /** Such as "2nd" or "11th". */
    static String ordinal(int number) {
        boolean teens = number / 10 % 10 == 1;
        return number
                + switch (teens ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
