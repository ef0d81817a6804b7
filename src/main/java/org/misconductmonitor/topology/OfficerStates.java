package org.misconductmonitor.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.misconductmonitor.engine.OfficerState;
import org.misconductmonitor.event.Subject;

/**
 * States of the subjects seen last, bounded by the number of facts they hold. The task is the only writer of its stores,
 * so what is here is what is stored; anything may be dropped and is then built again.
 */
final class OfficerStates {
    private final Map<Subject, OfficerState> states = new LinkedHashMap<>(1024, 0.75f, true);
    private final Function<Subject, OfficerState> load;
    private final int maxFacts;
    private int facts;

    OfficerStates(Function<Subject, OfficerState> load, int maxFacts) {
        this.load = load;
        this.maxFacts = maxFacts;
    }

    OfficerState get(Subject subject) {
        OfficerState state = states.get(subject);
        if (state == null) {
            state = load.apply(subject);
            states.put(subject, state);
            facts += state.size();
            makeRoom(subject);
        }
        return state;
    }

    /** Takes the state of a subject of which nothing is stored yet. */
    void begin(Subject subject, OfficerState state) {
        states.put(subject, state);
    }

    boolean holds(Subject subject) {
        return states.containsKey(subject);
    }

    /** Tells that the state of a subject has grown or shrunk. */
    void resized(int by) {
        facts += by;
    }

    /** Drops every state: one of them may be half changed, and what it would weigh is not known any more. */
    void forgetAll() {
        states.clear();
        facts = 0;
    }

    private void makeRoom(Subject needed) {
        Iterator<Map.Entry<Subject, OfficerState>> oldest = states.entrySet().iterator();
        while (facts > maxFacts && oldest.hasNext()) {
            Map.Entry<Subject, OfficerState> entry = oldest.next();
            if (!entry.getKey().equals(needed)) {
                facts -= entry.getValue().size();
                oldest.remove();
            }
        }
    }
}
