package org.misconductmonitor.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The binary form of facts in state stores. A block is: version, number of facts, facts; a fact is: type, number of its
 * fields and whether it hopped, each field as number and value, and the hop. Numbers are variable-length; a text that
 * was in the block before is a reference to it. Blocks may be put one behind the other: a fact is appended without
 * decoding what is there.
 */
public final class EventCodec {
    private static final int VERSION = 1;
    private static final int HOPPED_BEFORE = 1;
    private static final int BY_LINK = 2;
    private static final int HAS_TIME = 4;
    private static final Field[] HEADER = {
        Field.EVENT_ID,
        Field.REVISION,
        Field.TENANT_ID,
        Field.OFFICER_ID,
        Field.CASE_ID,
        Field.ALLEGATION_ID,
        Field.AT,
        Field.RECORDED_AT
    };

    private EventCodec() {}

    /**
     * Instants are kept to the microsecond.
     *
     * @throws IllegalArgumentException if an instant is more than 70,000 years away, which {@link EventCheck} excludes
     */
    public static byte[] encode(List<StoredFact> facts) {
        BlockWriter out = new BlockWriter(16 + 96 * facts.size());
        out.number(VERSION);
        out.number(facts.size());
        for (StoredFact fact : facts) {
            encode(fact, out);
        }
        return out.toBytes();
    }

    /** The facts in the order they were encoded in. Throws {@link IllegalArgumentException} if it is no such block. */
    public static List<StoredFact> decode(byte[] bytes) {
        try {
            return decode(new BlockReader(bytes), bytes.length);
        } catch (InvalidEventException | DateTimeException | StackOverflowError e) {
            throw BlockReader.damaged();
        }
    }

    private static List<StoredFact> decode(BlockReader in, int length) {
        List<StoredFact> facts = new ArrayList<>(Math.max(4, length / 48));
        EventDraft draft = new EventDraft();
        while (in.hasMore()) {
            int version = in.number();
            if (version != VERSION) {
                throw new IllegalArgumentException("facts are stored in form " + version + ", this release reads form "
                        + VERSION + ": use a newer release, or reset the state so that it is built again");
            }
            in.startBlock();
            for (int left = in.number(); left > 0; left--) {
                facts.add(decode(in, draft));
            }
        }
        return facts;
    }

    private static void encode(StoredFact fact, BlockWriter out) {
        Event event = fact.event();
        Details details = event.details();
        out.number(event.type().id());
        out.number(fieldCount(event) << 1 | (fact.hop() == null ? 0 : 1));
        for (Field field : HEADER) {
            if (isWritten(event, field)) {
                value(field, event.get(field), out);
            }
        }
        for (int i = 0; i < details.size(); i++) {
            value(details.fieldAt(i), details.valueAt(i), out);
        }
        if (fact.hop() != null) {
            encode(fact.hop(), out);
        }
    }

    private static int fieldCount(Event event) {
        int count = event.details().size();
        for (Field field : HEADER) {
            count += isWritten(event, field) ? 1 : 0;
        }
        return count;
    }

    private static boolean isWritten(Event event, Field field) {
        return switch (field) {
            case REVISION -> event.revision() != 1;
            case TENANT_ID -> !event.tenantId().equals(Event.DEFAULT_TENANT);
            case OFFICER_ID -> event.officerId() != null;
            case CASE_ID -> event.caseId() != null;
            case ALLEGATION_ID -> event.allegationId() != null;
            case AT -> event.type() != EventType.RECORDED;
            case RECORDED_AT -> event.type() == EventType.RECORDED;
            default -> true;
        };
    }

    private static void value(Field field, Object value, BlockWriter out) {
        out.number(field.id());
        switch (field.kind()) {
            case TEXT, VOCABULARY -> out.text((String) value);
            case INSTANT -> out.instant((Instant) value);
            case INTEGER -> out.signed((Integer) value);
            case FLAG -> out.number((Boolean) value ? 1 : 0);
        }
    }

    private static StoredFact decode(BlockReader in, EventDraft draft) {
        EventType type = type(in.number());
        int shape = in.number();
        draft.clear();
        for (int left = shape >>> 1; left > 0; left--) {
            Field field = Field.ofId(in.number());
            draft.set(field, value(field, in));
        }
        Event event = draft.build(type);
        return new StoredFact(event, (shape & 1) == 0 ? null : hop(in));
    }

    private static void encode(Hop hop, BlockWriter out) {
        out.text(hop.fromOfficerId());
        out.instant(hop.at());
        out.text(hop.eventId());
        out.number((hop.before() == null ? 0 : HOPPED_BEFORE)
                | (hop.link() ? BY_LINK : 0)
                | (hop.happenedAt() == null ? 0 : HAS_TIME));
        if (hop.happenedAt() != null) {
            out.instant(hop.happenedAt());
        }
        if (hop.before() != null) {
            encode(hop.before(), out);
        }
    }

    private static Hop hop(BlockReader in) {
        String from = in.text();
        Instant at = in.instant();
        String eventId = in.text();
        int shape = in.number();
        Instant happenedAt = (shape & HAS_TIME) == 0 ? null : in.instant();
        Hop before = (shape & HOPPED_BEFORE) == 0 ? null : hop(in);
        return new Hop(from, at, eventId, (shape & BY_LINK) != 0, happenedAt, before);
    }

    private static Object value(Field field, BlockReader in) {
        return switch (field.kind()) {
            case TEXT, VOCABULARY -> in.text();
            case INSTANT -> in.instant();
            case INTEGER -> in.integer();
            case FLAG -> in.number() != 0;
        };
    }

    private static EventType type(int id) {
        EventType type = EventType.ofId(id);
        if (type.id() != id) {
            throw new IllegalArgumentException(
                    "no event type has number " + id + ": was this state written by a newer release?");
        }
        return type;
    }
}
