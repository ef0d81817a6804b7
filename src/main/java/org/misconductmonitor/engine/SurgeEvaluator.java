package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.Surge;

/** More in a window than in the time before. */
final class SurgeEvaluator extends Evaluator {
    private final Surge surge;

    SurgeEvaluator(Rule rule, Surge surge) {
        super(rule);
        this.surge = surge;
    }

    @Override
    public Filter necessary() {
        return rule().where();
    }

    @Override
    public boolean accepts(Observation fact) {
        return surge.on().contains(fact.type())
                && fact.get(surge.count().field()) != null
                && (surge.by() == null || fact.get(surge.by()) != null)
                && (surge.per() == null || fact.get(surge.per()) != null)
                && rule().where().matches(fact);
    }

    @Override
    public Fold start() {
        return surge.by() == null ? one() : PerSubjectFold.by(surge.by(), about -> one());
    }

    private Fold one() {
        return surge.per() == null
                ? new SurgeFold(this, surge, null)
                : new PerValueFold(surge.per(), value -> new SurgeFold(this, surge, value));
    }

    @Override
    public String explain(Firing firing) {
        Factor level = surge.levels().get(firing.levelIndex());
        String of = surge.per() == null ? "" : " of one " + surge.per().jsonName() + ", " + firing.part() + ",";
        return String.format(
                Locale.ROOT,
                "%d %s%s within %s against %s, the level asks for %s times the rate",
                firing.count(),
                firing.count() == 1 ? surge.count().singular() : surge.count().word(),
                of,
                surge.window().inWords(),
                firing.about().against(),
                level.inWords());
    }
}
