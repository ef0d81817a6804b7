package org.misconductmonitor.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.misconductmonitor.event.Subject;

/**
 * The subjects seen last, bounded by the number of facts they hold. The task is the only writer of its stores, so what
 * is here is what is stored; anything may be dropped and is then built again.
 */
final class OfficerStates {
    private final Map<Subject, Kept> subjects = new LinkedHashMap<>(1024, 0.75f, true);
    private final Function<Subject, Kept> load;
    private final int maxFacts;
    private int facts;

    OfficerStates(Function<Subject, Kept> load, int maxFacts) {
        this.load = load;
        this.maxFacts = maxFacts;
    }

    Kept get(Subject subject) {
        Kept kept = subjects.get(subject);
        if (kept == null) {
            kept = load.apply(subject);
            subjects.put(subject, kept);
            facts += kept.state().size();
            makeRoom(subject);
        }
        return kept;
    }

    /** Tells that the state of a subject has grown or shrunk. */
    void resized(int by) {
        facts += by;
    }

    /** Drops every state: one of them may be half changed, and what it would weigh is not known any more. */
    void forgetAll() {
        subjects.clear();
        facts = 0;
    }

    private void makeRoom(Subject needed) {
        Iterator<Map.Entry<Subject, Kept>> oldest = subjects.entrySet().iterator();
        while (facts > maxFacts && oldest.hasNext()) {
            Map.Entry<Subject, Kept> entry = oldest.next();
            if (!entry.getKey().equals(needed)) {
                facts -= entry.getValue().state().size();
                oldest.remove();
            }
        }
    }
}
