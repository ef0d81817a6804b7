package org.misconductmonitor.topology;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What was used last of what a task has stored, bounded by its weight. The task is the only writer of its stores, so what
 * is here is what is stored; anything may be dropped and is then loaded again. One thread at a time.
 */
final class Recent<K, V> {
    private static final class Weighed<V> {
        final V value;
        long weight;

        Weighed(V value) {
            this.value = value;
        }
    }

    private final Function<K, V> load;
    private final ToIntFunction<V> weigh;
    private final long most;
    private final Map<K, Weighed<V>> values = new LinkedHashMap<>(1024, 0.75f, true);
    private long weight;

    /**
     * Loads nothing yet.
     *
     * @param weigh what a value weighs; it counts as one more, so that also many of nothing have an end
     * @param most what all together may weigh, unless it is one alone
     */
    Recent(Function<K, V> load, ToIntFunction<V> weigh, long most) {
        this.load = load;
        this.weigh = weigh;
        this.most = most;
    }

    V get(K key) {
        Weighed<V> known = values.get(key);
        if (known == null) {
            known = new Weighed<>(load.apply(key));
            values.put(key, known);
            weigh(known);
        }
        return known.value;
    }

    /** Tells that the value, if it is here, may have grown or shrunk: there must be room though nothing new comes. */
    void resized(K key) {
        Weighed<V> known = values.get(key);
        if (known != null) {
            weigh(known);
        }
    }

    /** Drops every value: one may be half changed. */
    void clear() {
        values.clear();
        weight = 0;
    }

    /** @param used just now, so that it is the last to go */
    private void weigh(Weighed<V> used) {
        weight -= used.weight;
        used.weight = 1L + weigh.applyAsInt(used.value);
        weight += used.weight;
        Iterator<Weighed<V>> oldest = values.values().iterator();
        while (weight > most && values.size() > 1) {
            weight -= oldest.next().weight;
            oldest.remove();
        }
    }
}
