package org.misconductmonitor.access;

import java.util.Set;

/**
 * Who asks.
 *
 * @param name as it is written to the audit log and into actions on alerts
 * @param roles all that the caller has; none allow nothing
 */
public record Caller(String name, Set<Role> roles, Reach reach) {
    /** Whoever works on this machine, where nobody else can reach the monitor. */
    public static final Caller LOCAL = new Caller("local", Set.of(Role.values()), Reach.EVERYTHING);

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean may(Permission permission) {
        return roles.stream().anyMatch(role -> role.allows(permission));
    }
}
