package org.misconductmonitor.privacy;

import java.util.Objects;

/**
 * Where a text belongs.
 *
 * @param holder whose key seals it, {@link org.misconductmonitor.event.Subject#storeKey}
 * @param id of the event or action
 * @param field its name
 */
record Place(String holder, String id, String field) {
    Place {
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(field, "field");
    }

    byte[] bytes() {
        return Crypto.row(holder, id, field);
    }
}
