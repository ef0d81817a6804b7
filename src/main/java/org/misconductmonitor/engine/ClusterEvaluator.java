package org.misconductmonitor.engine;

import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Cluster;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;

/** Many officers of one unit, or the same two officers again and again. */
final class ClusterEvaluator extends Evaluator {
    private final Cluster cluster;

    ClusterEvaluator(Rule rule, Cluster cluster) {
        super(rule);
        this.cluster = cluster;
    }

    @Override
    public Filter necessary() {
        return rule().where();
    }

    @Override
    public boolean accepts(Observation fact) {
        return cluster.on().contains(fact.type())
                && isPlaced(fact)
                && rule().where().matches(fact);
    }

    private boolean isPlaced(Observation fact) {
        if (cluster.pairs()) {
            return fact.text(Field.CASE_ID) != null && fact.text(Field.OFFICER_ID) != null;
        }
        return fact.get(cluster.count().field()) != null
                && fact.get(cluster.by()) != null
                && (cluster.per() == null || fact.get(cluster.per()) != null);
    }

    @Override
    public Fold start() {
        if (cluster.pairs()) {
            return new PairFold(this, cluster);
        }
        return PerSubjectFold.by(cluster.by(), about -> ThresholdFold.start(rule(), cluster.threshold()));
    }

    @Override
    public String explain(Firing firing) {
        String within = " within " + cluster.window().inWords() + ", the level asks for " + firing.threshold();
        if (cluster.pairs()) {
            return "both accused in " + firing.count() + (firing.count() == 1 ? " case" : " cases") + within;
        }
        String of = cluster.per() == null ? "" : " of one " + cluster.per().jsonName() + ", " + firing.part() + ",";
        return firing.count()
                + " "
                + (firing.count() == 1
                        ? cluster.count().singular()
                        : cluster.count().word())
                + of
                + within;
    }
}
