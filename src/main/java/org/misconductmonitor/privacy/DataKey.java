package org.misconductmonitor.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/** The key of one officer's texts. Whoever destroys every copy of it makes them unreadable wherever they are. */
public final class DataKey {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int ID_BYTES = 8;

    private final String id;
    private final byte[] secret;

    /** @param id travels with every text; says nothing */
    DataKey(String id, byte[] secret) {
        this.id = Objects.requireNonNull(id, "id");
        this.secret = secret.clone();
    }

    static DataKey random() {
        return new DataKey(HexFormat.of().formatHex(Crypto.random(ID_BYTES)), Crypto.random(Crypto.KEY_BYTES));
    }

    public String id() {
        return id;
    }

    byte[] secret() {
        return secret.clone();
    }

    /**
     * Seals a text for its place: elsewhere it cannot be opened. The nonce follows from place and text, so that the same
     * event sealed twice is the same event; that shows nothing but this.
     */
    String seal(Place place, String text) {
        byte[] associated = place.bytes();
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = Arrays.copyOf(Crypto.mac(derived("nonce"), associated, plain), Crypto.NONCE_BYTES);
        byte[] box = Crypto.box(derived("text"), nonce, associated, plain);
        return SealedText.PREFIX + id + ":" + ENCODER.encodeToString(box);
    }

    /** @return empty if it was sealed with another key, for another place, or was changed since */
    Optional<String> open(Place place, SealedText closed) {
        return closed.keyId().equals(id)
                ? Crypto.unbox(derived("text"), place.bytes(), closed.box())
                        .map(plain -> new String(plain, StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] derived(String purpose) {
        return Crypto.mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** Its id only. */
    @Override
    public String toString() {
        return "data key " + id;
    }
}
