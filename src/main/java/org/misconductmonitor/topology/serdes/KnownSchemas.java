package org.misconductmonitor.topology.serdes;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Schemas by their ids, those used last: a publisher may register ever new ones, and nothing grows. Ids whose schema can
 * never be used are known, too: ids and schemas are immutable, so garbage need not be fetched and parsed each time. Safe
 * for many threads.
 */
final class KnownSchemas {
    static final int MOST = 1_000;

    /** Of the texts of all that are kept; our largest has some 20,000. */
    private static final long MOST_CHARACTERS = 8_000_000;

    private static final int LONGEST = 1_000_000;

    private final Map<Integer, Known> known = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** @param schema null if it can never be used @param refusal why, or null */
    private record Known(Schema schema, MalformedRecordException refusal, int characters) {
        Schema orRefuse() {
            if (refusal != null) {
                throw refusal;
            }
            return schema;
        }
    }

    /**
     * The schema, or null if it is not known.
     *
     * @throws MalformedRecordException if it is known that it can never be used
     */
    synchronized Schema get(int id) {
        Known found = known.get(id);
        return found == null ? null : found.orRefuse();
    }

    /**
     * Keeps it, unless there is one: then that.
     *
     * @throws MalformedRecordException if it is too long to be kept
     */
    Schema put(int id, Schema schema) {
        int length = schema.toString().length();
        if (length > LONGEST) {
            throw new MalformedRecordException(
                    MalformedRecordException.Reason.UNDECODABLE,
                    "its schema is longer than " + LONGEST + " characters");
        }
        return add(id, new Known(schema, null, length)).orRefuse();
    }

    void refuse(int id, MalformedRecordException refusal) {
        add(id, new Known(null, refusal, refusal.getMessage().length()));
    }

    private synchronized Known add(int id, Known fresh) {
        Known first = known.putIfAbsent(id, fresh);
        if (first != null) {
            return first;
        }
        characters += fresh.characters;
        Iterator<Known> eldest = known.values().iterator();
        while (known.size() > MOST || characters > MOST_CHARACTERS) {
            characters -= eldest.next().characters;
            eldest.remove();
        }
        return fresh;
    }
}
