package org.misconductmonitor.event;

import java.util.Objects;

/**
 * Whose record a fact belongs to: a person, or a tenant for facts about no one person.
 *
 * @param kind person or tenant
 * @param id the officerId or tenantId; the key of the Kafka record
 */
public record Subject(Kind kind, String id) {
    public enum Kind {
        OFFICER('o'),
        TENANT('t');

        private final char mark;

        Kind(char mark) {
            this.mark = mark;
        }
    }

    public Subject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    public static Subject ofOfficer(String officerId) {
        return new Subject(Kind.OFFICER, officerId);
    }

    public static Subject ofTenant(String tenantId) {
        return new Subject(Kind.TENANT, tenantId);
    }

    /** Key in the stores: the kind's mark before the id, so that an officer and a tenant of one name stay apart. */
    public String storeKey() {
        return kind.mark + id;
    }

    /** Reads {@link #storeKey()} back. */
    public static Subject ofStoreKey(String key) {
        for (Kind kind : Kind.values()) {
            if (!key.isEmpty() && key.charAt(0) == kind.mark) {
                return new Subject(kind, key.substring(1));
            }
        }
        throw new IllegalArgumentException("not the store key of a subject");
    }
}
