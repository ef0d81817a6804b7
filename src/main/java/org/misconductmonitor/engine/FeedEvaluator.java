package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Feed;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;

/** A publisher of which nothing comes any more. */
final class FeedEvaluator extends Evaluator {
    private final Feed feed;

    FeedEvaluator(Rule rule, Feed feed) {
        super(rule);
        this.feed = feed;
    }

    @Override
    public Filter necessary() {
        return rule().where();
    }

    @Override
    public boolean accepts(Observation fact) {
        return fact.text(feed.by()) != null
                && feed.on().contains(fact.type())
                && rule().where().matches(fact);
    }

    @Override
    public Fold start() {
        return new FeedFold(this, feed);
    }

    @Override
    public String explain(Firing firing) {
        Factor level = feed.levels().get(firing.levelIndex());
        return String.format(
                Locale.ROOT,
                "nothing since %s; %s, the level asks for %s times that and at least %s",
                firing.windowStart(),
                firing.about().against(),
                level.inWords(),
                feed.atLeast().inWords());
    }
}
