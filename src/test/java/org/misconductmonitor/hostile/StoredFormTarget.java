package org.misconductmonitor.hostile;

import java.util.List;
import org.misconductmonitor.event.EventCodec;
import org.misconductmonitor.event.StoredFact;

/** The facts in the stores: damaged, or the same again when written and read. */
public final class StoredFormTarget implements Target {
    @Override
    public String verdict(byte[] input) {
        List<StoredFact> facts;
        try {
            facts = EventCodec.decode(input);
        } catch (IllegalArgumentException e) {
            Messages.assertPlain(e.getMessage(), 200, "stored form");
            return e.getMessage();
        }
        if (!EventCodec.decode(EventCodec.encode(facts)).equals(facts)) {
            throw new AssertionError("other facts after writing and reading them");
        }
        return facts.toString();
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                StoredBytes.good(),
                StoredBytes.hops(1),
                StoredBytes.hops(5),
                StoredBytes.atTheEndOfTime(),
                new byte[0]);
    }
}
