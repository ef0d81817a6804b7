package org.misconductmonitor.engine;

/** How far a run of a rule being met has come. */
final class Episode {
    private int last = -1;

    /**
     * Looks at how far levels are reached now.
     *
     * @param over whether the episode had ended before
     * @param inForce whether the rule may fire
     * @param reached position of the highest level reached, or -1
     * @return position of the first level that fires; those up to the highest reached do, none if it is above that
     */
    int firstToFire(boolean over, boolean inForce, int reached) {
        if (over) {
            last = -1;
        }
        int first = last + 1;
        if (inForce && reached > last) {
            last = reached;
            return first;
        }
        return reached + 1;
    }
}
