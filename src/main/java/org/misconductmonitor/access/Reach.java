package org.misconductmonitor.access;

import java.util.Set;

/**
 * Whose records a caller may see: those of some tenants or of all, and of some forces or of all.
 *
 * @param everyTenant whether {@code tenants} does not matter
 * @param tenants ids
 * @param everyForce whether {@code forces} does not matter
 * @param forces ids
 */
public record Reach(boolean everyTenant, Set<String> tenants, boolean everyForce, Set<String> forces) {
    public static final Reach EVERYTHING = new Reach(true, Set.of(), true, Set.of());
    public static final Reach NOTHING = new Reach(false, Set.of(), false, Set.of());

    public Reach {
        tenants = Set.copyOf(tenants);
        forces = Set.copyOf(forces);
    }

    /** @param tenantId null: of nobody known, which only those see who see all */
    public boolean hasTenant(String tenantId) {
        return everyTenant || (tenantId != null && tenants.contains(tenantId));
    }

    /** @param force null: of none known, which only those see who see all */
    public boolean hasForce(String force) {
        return everyForce || (force != null && forces.contains(force));
    }
}
