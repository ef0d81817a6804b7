package org.misconductmonitor.access;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a caller is to the monitor. An administrator runs it and sees no record; an auditor sees everything and changes
 * nothing.
 */
public enum Role {
    VIEWER(Permission.READ_OWN_ACCESS, Permission.READ_STATISTICS, Permission.READ_RULES),
    REVIEWER(
            Permission.READ_OWN_ACCESS,
            Permission.READ_STATISTICS,
            Permission.READ_SMALL_NUMBERS,
            Permission.READ_RULES,
            Permission.READ_ALERTS,
            Permission.READ_RECORDS,
            Permission.READ_CONFIDENTIAL,
            Permission.ACT_ON_ALERTS),
    ANALYST(
            Permission.READ_OWN_ACCESS,
            Permission.READ_STATISTICS,
            Permission.READ_SMALL_NUMBERS,
            Permission.READ_RULES,
            Permission.TRY_RULES,
            Permission.READ_ALERTS),
    AUDITOR(
            Permission.READ_OWN_ACCESS,
            Permission.READ_STATISTICS,
            Permission.READ_SMALL_NUMBERS,
            Permission.READ_RULES,
            Permission.READ_ALERTS,
            Permission.READ_RECORDS,
            Permission.READ_CONFIDENTIAL,
            Permission.READ_COVERT,
            Permission.READ_SYSTEM,
            Permission.READ_ACCOUNTS,
            Permission.READ_AUDIT),
    PUBLISHER(Permission.READ_OWN_ACCESS, Permission.READ_ACCOUNTS),
    ADMIN(
            Permission.READ_OWN_ACCESS,
            Permission.READ_RULES,
            Permission.READ_SYSTEM,
            Permission.READ_ACCOUNTS,
            Permission.REPLAY_DEAD_LETTERS);

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = EnumSet.noneOf(Permission.class);
        this.permissions.addAll(Set.of(permissions));
    }

    public boolean allows(Permission permission) {
        return permissions.contains(permission);
    }
}
