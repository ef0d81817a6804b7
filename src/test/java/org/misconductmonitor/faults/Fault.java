package org.misconductmonitor.faults;

/**
 * Something that goes wrong.
 *
 * @param kind what
 * @param instance to which of them, from 0; of no meaning where it happens to all or to none
 * @param seconds how long the registry is away; 0 where it is not
 */
record Fault(Kind kind, int instance, int seconds) {
    enum Kind {
        /** {@code kill -9}, and a start as a supervisor does it. */
        KILL(true),
        /** The same, and its disk is lost. */
        KILL_AND_WIPE(true),
        /** All instances at once. */
        KILL_ALL(true),
        /** It starts while nobody can tell it a schema. */
        KILL_WITHOUT_REGISTRY(true),
        /** A clean stop and start. */
        RESTART(false),
        /** It leaves, the others take over, and it comes back. */
        LEAVE(false),
        BROKER_RESTART(false);

        private final boolean kills;

        Kind(boolean kills) {
            this.kills = kills;
        }

        boolean kills() {
            return kills;
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case KILL_ALL, BROKER_RESTART -> kind.name();
            case KILL_WITHOUT_REGISTRY -> kind + " instance " + instance + ", away for " + seconds + " s";
            default -> kind + " instance " + instance;
        };
    }
}
