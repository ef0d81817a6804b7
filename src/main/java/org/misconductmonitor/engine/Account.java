package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a fold has told: of one step, or of everything from the start. */
final class Account implements Fold.Told {
    private final List<Firing> fired = new ArrayList<>(0);
    private Map<String, Ending> ended = Map.of();

    @Override
    public void fired(Firing firing) {
        fired.add(firing);
    }

    @Override
    public void ended(Ending ending) {
        if (ended.isEmpty()) {
            ended = new LinkedHashMap<>(4);
        }
        ended.put(ending.identity(), ending);
    }

    /** Takes what another has told since. */
    void add(Account later) {
        fired.addAll(later.fired);
        later.ended.values().forEach(this::ended);
    }

    List<Firing> firings() {
        return fired;
    }

    Iterable<Ending> endings() {
        return ended.values();
    }

    /** @return how that firing ended, or null if it has not */
    Ending ending(Firing firing) {
        return ended.isEmpty() ? null : ended.get(firing.identity());
    }

    boolean isEmpty() {
        return fired.isEmpty() && ended.isEmpty();
    }
}
