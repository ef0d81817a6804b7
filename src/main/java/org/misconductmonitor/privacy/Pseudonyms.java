package org.misconductmonitor.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;

/**
 * Names for people that say nothing to anybody without the site's key: {@code KEY-HEX}, the id of the key and 128 bits
 * of HMAC-SHA-256 of the real id. One person has one pseudonym in all feeds of the site.
 */
public final class Pseudonyms {
    private static final int BYTES = 16;
    private static final Set<Field> OF_PEOPLE = EnumSet.of(
            Field.OFFICER_ID,
            Field.TO_OFFICER_ID,
            Field.SUPERVISOR_ID,
            Field.HANDLER_ID,
            Field.ALIAS,
            Field.COMPLAINANT_ID);

    private final String keyId;
    private final byte[] secret;

    Pseudonyms(String keyId, byte[] secret) {
        this.keyId = keyId;
        this.secret = secret.clone();
    }

    /** Which key they are made with. */
    public String keyId() {
        return keyId;
    }

    public String of(String realId) {
        byte[] mac = Crypto.mac(secret, realId.strip().getBytes(StandardCharsets.UTF_8));
        return keyId + "-" + HexFormat.of().formatHex(Arrays.copyOf(mac, BYTES));
    }

    /** The event with a pseudonym in the place of every person's id. */
    public Event of(Event event) {
        Map<Field, Object> named = new EnumMap<>(Field.class);
        for (Field field : OF_PEOPLE) {
            if (event.get(field) instanceof String realId) {
                named.put(field, of(realId));
            }
        }
        return named.isEmpty() ? event : event.with(named);
    }
}
