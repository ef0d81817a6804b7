package org.misconductmonitor.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Whose record a fact belongs to, a person or a tenant for facts about no one person; or what an alert about many
 * records is about, such as a unit.
 *
 * @param kind what it is
 * @param id of a person or tenant its own, which is the key of the Kafka record; of anything else the value of its field
 */
public record Subject(Kind kind, String id) {
    /** What a subject is. Only officers and tenants have records. */
    public enum Kind {
        OFFICER('o', null),
        TENANT('t', null),
        /** Two officers together; the id names both in order. */
        PAIR('p', null),
        FORCE('f', Field.FORCE),
        UNIT('u', Field.UNIT),
        SUPERVISOR('s', Field.SUPERVISOR_ID),
        HANDLER('h', Field.HANDLER_ID),
        PUBLISHER('b', Field.PUBLISHER_ID),
        SOURCE('q', Field.SOURCE),
        CHANNEL('n', Field.CHANNEL),
        GROUP('g', Field.GROUP),
        CATEGORY('c', Field.CATEGORY),
        RANK('r', Field.RANK),
        ROLE('l', Field.ROLE);

        private final char mark;
        private final Field field;

        Kind(char mark, Field field) {
            this.mark = mark;
            this.field = field;
        }

        /** @return the kind of subject that a value of the field names; empty if it names none */
        public static Optional<Kind> of(Field field) {
            return Arrays.stream(values()).filter(kind -> kind.field == field).findFirst();
        }

        /** The fields whose values name subjects. */
        public static List<Field> fields() {
            return Arrays.stream(values())
                    .map(kind -> kind.field)
                    .filter(Objects::nonNull)
                    .toList();
        }

        /** The word that starts a sentence about it. */
        public String word() {
            String name = name();
            return this == PAIR
                    ? "Officers"
                    : name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
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

    /**
     * Two officers; which of them is named first does not matter. Commas within their ids are doubled, so that the one
     * between them is the only one of an odd number in a row: ids of other pairs are different.
     */
    public static Subject ofPair(String officerId, String other) {
        boolean ordered = officerId.compareTo(other) <= 0;
        String first = ordered ? officerId : other;
        String second = ordered ? other : officerId;
        return new Subject(Kind.PAIR, first.replace(",", ",,") + ", " + second.replace(",", ",,"));
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
