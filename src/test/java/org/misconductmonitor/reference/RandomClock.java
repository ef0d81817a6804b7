package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.misconductmonitor.event.Event;

/** How time passes while events arrive: after some of them, and always in the same way after the same event. */
public final class RandomClock {
    private final long seed;

    public RandomClock(long seed) {
        this.seed = seed;
    }

    /** The time to which the clock goes on after the event, unless it is further already. */
    public Optional<Instant> after(Event event) {
        Dice dice = new Dice(seed * 31 + event.eventId().hashCode() * 7L + event.revision());
        if (dice.chance(50)) {
            return Optional.empty();
        }
        Instant at = event.at();
        return Optional.of(
                switch (dice.between(0, 3)) {
                    case 0 -> at;
                    case 1 -> at.plus(Duration.ofDays(dice.between(-3, 3)));
                    case 2 -> at.plus(Duration.ofHours(dice.between(1, 200)));
                    default -> at.plus(Duration.ofDays(dice.between(5, 60)));
                });
    }
}
