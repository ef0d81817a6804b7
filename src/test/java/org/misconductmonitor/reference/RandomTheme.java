package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.misconductmonitor.event.EventType;

/**
 * What a stream is mostly about, so that rare things meet.
 *
 * @param travels whether a few allegations are handed from officer to officer
 * @param decides whether a few allegations are decided again and again, and rules look at that
 * @param lifeTypes types to choose from besides RECORDED, the frequent ones several times
 * @param supersedes per cent of events that supersede another
 * @param elsewhere per cent of repeated events that come under another officer
 */
record RandomTheme(boolean travels, boolean decides, List<EventType> lifeTypes, int supersedes, int elsewhere) {
    private static final int MOSTLY = 20;

    boolean fewAllegations() {
        return travels || decides;
    }

    static RandomTheme of(Dice dice) {
        boolean travels = dice.chance(25);
        boolean decides = !travels && dice.chance(20);
        List<EventType> types = new ArrayList<>(RandomVocabulary.LIFE);
        for (int focus = dice.of(0, 1, 1, 2); focus > 0; focus--) {
            types.addAll(Collections.nCopies(MOSTLY, dice.of(RandomVocabulary.LIFE)));
        }
        if (travels) {
            types.addAll(Collections.nCopies(2 * MOSTLY, EventType.REASSIGNED));
        }
        if (decides) {
            types.addAll(Collections.nCopies(MOSTLY, EventType.FINALISED));
            types.addAll(Collections.nCopies(MOSTLY / 2, EventType.REOPENED));
            types.addAll(Collections.nCopies(MOSTLY / 2, EventType.ASSESSED));
        }
        return new RandomTheme(travels, decides, types, dice.of(0, 3, 15), travels ? dice.of(0, 20) : dice.of(0, 5));
    }
}
