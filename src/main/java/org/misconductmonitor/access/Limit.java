package org.misconductmonitor.access;

import java.util.Collection;
import java.util.Set;

/**
 * Which of some things a caller may see: all of them, or those that are named.
 *
 * @param all whether {@code ids} does not matter
 * @param ids those named
 */
public record Limit(boolean all, Set<String> ids) {
    public static final Limit ALL = new Limit(true, Set.of());
    public static final Limit NONE = new Limit(false, Set.of());

    public Limit {
        ids = Set.copyOf(ids);
    }

    public static Limit to(Collection<String> ids) {
        return new Limit(false, Set.copyOf(ids));
    }

    /** @param id null: what has none, which only those see who see all */
    public boolean allows(String id) {
        return all || (id != null && ids.contains(id));
    }
}
