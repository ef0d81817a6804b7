package org.misconductmonitor.engine;

import java.util.Locale;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.Rule;

/** An officer of whom there is more than of nearly all peers. */
final class PeerEvaluator extends Evaluator {
    private final Peer peer;

    PeerEvaluator(Rule rule, Peer peer) {
        super(rule);
        this.peer = peer;
    }

    /** Whatever tells that an officer is there, and where: the rule's own filter does not apply to that. */
    @Override
    public boolean accepts(Observation fact) {
        return peer.types().contains(fact.type()) && fact.text(Field.OFFICER_ID) != null;
    }

    boolean counts(Observation fact) {
        return peer.on().contains(fact.type())
                && fact.get(peer.count().field()) != null
                && rule().where().matches(fact);
    }

    @Override
    public Fold start() {
        return new PeerFold(this, peer);
    }

    @Override
    public String explain(Firing firing) {
        return String.format(
                Locale.ROOT,
                "%d %s within %s, %s",
                firing.count(),
                firing.count() == 1 ? peer.count().singular() : peer.count().word(),
                peer.window().inWords(),
                firing.about().against());
    }
}
