package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.misconductmonitor.event.Sha256;

/**
 * A digest over the records of one publisher in one partition, each linked to all before it. Whoever can read the input
 * topic can compute it again: a record that was lost, taken twice or in another order, or that has been changed since,
 * would change every link from there on.
 *
 * <p>The link of a record is the SHA-256 of the link before it (32 zero bytes for the first), its offset (8 bytes, the
 * highest first), and its key and its value, each as its length (4 bytes, the highest first, -1 for none) and its bytes.
 *
 * <p>A chain for every officer would also say whose record it was that went missing, at the price of one more write to a
 * store for each record. A partition keeps the order of all its keys, so that this one, which is written with the count
 * of what was read, notices whatever those would. One thread at a time.
 */
final class RecordChain {
    private static final int LENGTH = 32;

    private final MessageDigest digest = Sha256.start();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** @param before link of the record before, or null if this is the first */
    byte[] link(byte[] before, Origin origin) {
        digest.update(before == null ? new byte[LENGTH] : before);
        digest.update(number.clear().putLong(origin.offset()).flip());
        add(origin.key());
        add(origin.value());
        return digest.digest();
    }

    private void add(byte[] bytes) {
        digest.update(number.clear().putInt(bytes == null ? -1 : bytes.length).flip());
        if (bytes != null) {
            digest.update(bytes);
        }
    }
}
