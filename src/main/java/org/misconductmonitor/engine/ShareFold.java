package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Level;

/** The decisions of the handlers of a tenant, compared at the end of each day. */
final class ShareFold extends DayFold {
    private static final class Handler {
        final DayWindow decisions = new DayWindow();
        final Episode episode = new Episode();
    }

    private final DecisionEvaluator evaluator;
    private final DecisionMaker rule;
    private final Map<String, Handler> handlers = new TreeMap<>();
    private final Set<String> today = new TreeSet<>();

    ShareFold(DecisionEvaluator evaluator, DecisionMaker rule) {
        this.evaluator = evaluator;
        this.rule = rule;
    }

    @Override
    Instant at(Observation fact) {
        return evaluator.order(fact).at();
    }

    @Override
    boolean take(Observation fact, Instant at) {
        String id = fact.text(Field.HANDLER_ID);
        Handler handler = handlers.computeIfAbsent(id, h -> new Handler());
        handler.decisions.evict(rule.window().earliestStartFrom(at));
        handler.decisions.add(at, rule.adverse().matches(fact), fact.key());
        today.add(id);
        return true;
    }

    @Override
    void compare(Instant midnight, Told told) {
        Instant start = rule.window().start(midnight);
        List<Share> shares = new ArrayList<>();
        for (Handler handler : handlers.values()) {
            Share share = share(handler, start, midnight);
            if (share != null) {
                shares.add(share);
            }
        }
        if (shares.size() < rule.group()) {
            shares.clear();
        }
        Collections.sort(shares);
        for (String id : today) {
            compare(id, shares, start, midnight, told);
        }
        today.clear();
    }

    /** @return null if there are too few decisions to compare */
    private Share share(Handler handler, Instant from, Instant to) {
        int decisions = handler.decisions.facts(from, to);
        return decisions == 0 || decisions < rule.least()
                ? null
                : new Share(handler.decisions.facts(from, to, true), decisions);
    }

    private void compare(String id, List<Share> shares, Instant start, Instant midnight, Told told) {
        Handler handler = handlers.get(id);
        Share share = share(handler, start, midnight);
        int reached = reached(share, shares);
        int before = reached(share(handler, start, midnight.minus(DAY)), shares);
        int first = handler.episode.firstToFire(before < 0, evaluator.rule().inForceAt(midnight), reached);
        if (first > reached) {
            return;
        }
        List<String> evidence = handler.decisions.keys(start, midnight);
        int below =
                (int) shares.stream().filter(each -> each.compareTo(share) < 0).count();
        Peers peers = Peers.of("handlers with at least " + rule.least() + " decisions", shares.size(), below);
        for (int i = first; i <= reached; i++) {
            Level level = rule.levels().get(i);
            Share value = value(level, shares);
            String against = String.format(
                    Locale.ROOT,
                    "of %d decisions so, a greater share than the %s that %d of 100 of %d handlers do not exceed,",
                    share.whole(),
                    value,
                    level.at(),
                    shares.size());
            About about = new About(new Subject(Subject.Kind.HANDLER, id), peers, against);
            int threshold = value.exceededFrom(share.whole());
            told.fired(new Firing(
                    i, level.name(), threshold, midnight, share.part(), start, midnight, evidence, null, null, about));
        }
    }

    private int reached(Share share, List<Share> shares) {
        int reached = -1;
        while (share != null
                && !shares.isEmpty()
                && reached + 1 < rule.levels().size()
                && share.compareTo(value(rule.levels().get(reached + 1), shares)) > 0) {
            reached++;
        }
        return reached;
    }

    private static Share value(Level level, List<Share> shares) {
        return shares.get(NearestRank.position(level.at(), shares.size()));
    }
}
