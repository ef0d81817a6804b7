package org.misconductmonitor.web;

import java.util.HashMap;
import java.util.Map;

/** How many may follow something at once: all together, and each caller. */
final class StreamPlaces {
    private static final int SOON = 30;

    private final int most;
    private final int mostOfOne;
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    StreamPlaces(int most, int mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /**
     * Takes a place, to be freed.
     *
     * @throws ProblemException if there is none
     */
    synchronized void take(String caller) {
        if (taken.getOrDefault(caller, 0) >= mostOfOne) {
            throw ProblemException.tooMany("you follow " + mostOfOne + " streams already", SOON);
        }
        if (all >= most) {
            throw ProblemException.unavailable(most + " clients follow the alerts here already", SOON);
        }
        all++;
        taken.merge(caller, 1, Integer::sum);
    }

    synchronized void free(String caller) {
        all--;
        taken.computeIfPresent(caller, (same, places) -> places == 1 ? null : places - 1);
    }
}
