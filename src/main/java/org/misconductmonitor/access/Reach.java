package org.misconductmonitor.access;

import java.util.Collection;

/**
 * Whose data a caller may see.
 *
 * <p>A fact is within reach if its tenant and its force are. One that names no force, not even through the record of its
 * allegation, is only within reach of those who see all forces: nobody can say that it is not of another one. An alert is
 * within reach if its tenant, that of the fact which made it, is, and the force of any fact of its evidence; facts of its
 * evidence from other forces are withheld. Figures of publishers are about no one; they have a limit of their own.
 *
 * @param tenants whose data it is
 * @param forces where it comes from
 * @param publishers whose accounts and refused events it may see
 */
public record Reach(Limit tenants, Limit forces, Limit publishers) {
    public static final Reach EVERYTHING = new Reach(Limit.ALL, Limit.ALL, Limit.ALL);
    public static final Reach NOTHING = new Reach(Limit.NONE, Limit.NONE, Limit.NONE);

    /** @param tenantId null: of nobody known, which only those see who see all */
    public boolean hasTenant(String tenantId) {
        return tenants.allows(tenantId);
    }

    /** @param force null: of none known, which only those see who see all */
    public boolean hasForce(String force) {
        return forces.allows(force);
    }

    /** Whether a fact is within reach. */
    public boolean hasFact(String tenantId, String force) {
        return hasTenant(tenantId) && hasForce(force);
    }

    /** Whether an alert of the tenant that comes from these forces is within reach: one of them is enough. */
    public boolean hasAlert(String tenantId, Collection<String> alertForces) {
        return hasTenant(tenantId) && (forces.all() || alertForces.stream().anyMatch(this::hasForce));
    }

    /** @param publisher null: unknown, which only those see who see all */
    public boolean hasPublisher(String publisher) {
        return publishers.allows(publisher);
    }
}
