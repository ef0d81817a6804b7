package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Chance with a seed. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Both ends are possible. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Each stays within about that many places of where it was. */
    <T> List<T> shuffled(List<T> ordered, int reach) {
        record Place<U>(U value, int place) {}
        List<Place<T>> places = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            places.add(new Place<>(ordered.get(i), i + between(0, reach)));
        }
        places.sort((a, b) -> Integer.compare(a.place(), b.place()));
        return places.stream().map(Place::value).toList();
    }
}
