package org.misconductmonitor.privacy;

import java.util.Optional;

/**
 * Where the keys of officers' texts are. A vault is shared by all publishers of a site and by those who may read texts;
 * the running monitor needs none.
 */
public interface KeyVault {
    /**
     * The key of a holder, made if there is none.
     *
     * @param holder {@link org.misconductmonitor.event.Subject#storeKey}
     * @throws PrivacyException if the vault cannot be read or written
     */
    DataKey obtain(String holder);

    /**
     * The key of a holder, empty if there is none or it was destroyed.
     *
     * @throws PrivacyException if the vault cannot be read
     */
    Optional<DataKey> find(String holder);

    /**
     * Destroys the key of a holder: what it has sealed is lost. A later text gets a new key.
     *
     * @return whether there was one
     * @throws PrivacyException if it may still be there
     */
    boolean destroy(String holder);
}
