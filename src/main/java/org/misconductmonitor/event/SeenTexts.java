package org.misconductmonitor.event;

import java.util.Arrays;

/** The texts spelled out so far in a block, numbered from 0: an open hash table, as this is the inner loop. */
final class SeenTexts {
    private String[] texts = new String[32];
    private int[] slots = new int[64];
    private int size;

    /** @return the text added last, or null */
    String last() {
        return size == 0 ? null : texts[size - 1];
    }

    /** @return the number of the text, or -1 if it was not there and now is */
    int indexOrAdd(String text) {
        int mask = slots.length - 1;
        int slot = spread(text) & mask;
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            if (texts[index].equals(text)) {
                return index;
            }
            slot = slot + 1 & mask;
        }
        slots[slot] = size + 1;
        texts[size++] = text;
        if (size == texts.length) {
            grow();
        }
        return -1;
    }

    private void grow() {
        texts = Arrays.copyOf(texts, size * 2);
        slots = new int[size * 4];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = spread(texts[i]) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = i + 1;
        }
    }

    private static int spread(String text) {
        int hash = text.hashCode();
        return hash ^ hash >>> 15;
    }
}
