package org.misconductmonitor.topology;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * What one line of the account says of one partition.
 *
 * @param count records
 * @param chain of those read, the link of the last one as {@link RecordChain} makes it; null of other lines
 */
public record Tally(long count, byte[] chain) {
    private static final int CHAIN_BYTES = 32;

    static final Tally NOTHING = new Tally(0, null);

    /** The chain in hexadecimal digits, or null if there is none. */
    public String chainText() {
        return chain == null ? null : HexFormat.of().formatHex(chain);
    }

    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + (chain == null ? 0 : chain.length))
                .putLong(count);
        return (chain == null ? bytes : bytes.put(chain)).array();
    }

    /** Throws if this is no tally of this form. */
    static void check(byte[] bytes) {
        if (bytes.length != Long.BYTES && bytes.length != Long.BYTES + CHAIN_BYTES) {
            throw new IllegalArgumentException("a tally of " + bytes.length + " bytes");
        }
    }

    public static Tally decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long count = buffer.getLong();
        byte[] chain = buffer.hasRemaining() ? new byte[buffer.remaining()] : null;
        if (chain != null) {
            buffer.get(chain);
        }
        return new Tally(count, chain);
    }
}
