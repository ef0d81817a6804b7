package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The few officers, cases and allegations of one stream, and where each allegation is thought to belong. */
final class RandomWorld {
    private final Dice dice;
    private final List<String> officers;
    private final List<String> cases;
    private final List<String> allegations;
    private final Map<String, String> caseOf = new HashMap<>();
    private final Map<String, String> holderOf = new HashMap<>();
    private final Map<String, Instant> lastMove = new HashMap<>();
    private final List<String> unusedEventIds;

    RandomWorld(Dice dice, int events, RandomTheme theme) {
        this.dice = dice;
        this.officers = names("o", theme.travels() ? dice.of(2, 3) : dice.of(1, 1, 2, 4));
        this.cases = names("c", dice.between(1, 6));
        this.allegations = names("a", dice.between(1, theme.fewAllegations() ? 4 : Math.max(3, events / 3)));
        for (String allegation : allegations) {
            caseOf.put(allegation, dice.of(cases));
            holderOf.put(allegation, dice.of(officers));
        }
        this.unusedEventIds = eventIds(dice, events);
    }

    String newEventId() {
        return unusedEventIds.remove(unusedEventIds.size() - 1);
    }

    String officer() {
        return dice.of(officers);
    }

    /** Sometimes one that nothing else is known of. */
    String anyOfficer() {
        return dice.chance(8) ? "o9" : officer();
    }

    String allegation() {
        return dice.of(allegations);
    }

    String caseId() {
        return dice.of(cases);
    }

    String caseOf(String allegation) {
        return dice.chance(10) ? caseId() : caseOf.get(allegation);
    }

    String holderOf(String allegation) {
        return dice.chance(8) ? officer() : holderOf.get(allegation);
    }

    /** @return when the move is said to have happened: often after the last one, else at that time */
    Instant moved(String allegation, String officer, Instant at) {
        Instant last = lastMove.get(allegation);
        Instant then = last == null || dice.chance(40) ? at : last.plus(Duration.ofDays(dice.between(0, 2)));
        if (dice.chance(75)) {
            holderOf.put(allegation, officer);
            lastMove.put(allegation, then);
        }
        return then;
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> prefix + i).toList();
    }

    /** In random order; some that Java orders otherwise than bytes, and prefixes of one another. */
    private static List<String> eventIds(Dice dice, int count) {
        List<String> ids = new ArrayList<>(names("e", count));
        if (dice.chance(15)) {
            ids.replaceAll(id -> dice.of("e", "E", "\u00e9", "\uff5e", "\ud83d\ude00") + id.substring(1));
        }
        return new ArrayList<>(dice.shuffled(ids, count));
    }
}
