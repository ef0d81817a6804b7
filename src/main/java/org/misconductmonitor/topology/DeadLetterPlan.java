package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What becomes of dead letters that are to be published again.
 *
 * @param open those that can be
 * @param before those that were already
 * @param foreign those that do not come from a topic that the monitor reads
 */
public record DeadLetterPlan(List<DeadLetter> open, List<DeadLetter> before, List<DeadLetter> foreign) {
    public DeadLetterPlan {
        open = List.copyOf(open);
        before = List.copyOf(before);
        foreign = List.copyOf(foreign);
    }

    /** @param book as it was read last */
    public static DeadLetterPlan of(DeadLetterBook book, Predicate<DeadLetter> chosen) {
        List<DeadLetter> open = new ArrayList<>();
        List<DeadLetter> before = new ArrayList<>();
        List<DeadLetter> foreign = new ArrayList<>();
        for (DeadLetter letter : book.letters()) {
            if (chosen.test(letter)) {
                List<DeadLetter> unless = book.isReplayable(letter) ? open : foreign;
                (book.isReplayed(letter) ? before : unless).add(letter);
            }
        }
        return new DeadLetterPlan(open, before, foreign);
    }

    /** Whether the letter at that position was chosen. */
    public boolean names(String position) {
        return List.of(open, before, foreign).stream().flatMap(List::stream).anyMatch(letter -> letter.position()
                .equals(position));
    }
}
