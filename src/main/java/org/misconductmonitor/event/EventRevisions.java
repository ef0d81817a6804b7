package org.misconductmonitor.event;

/** Which of two versions of one fact stands, whatever the order they arrive in. */
public final class EventRevisions {
    private EventRevisions() {}

    /** How a new arrival compares to the version already known. */
    public enum Verdict {
        /** The same again. */
        DUPLICATE,
        /** An older or lesser version: it changes nothing. */
        SUPERSEDED,
        /** It takes the place of the known one. */
        REPLACES
    }

    /**
     * Compares by revision; equal revisions that differ (a fault of the publisher) by their canonical JSON, in the byte
     * order of UTF-8.
     */
    public static Verdict compare(Event known, Event arriving) {
        if (arriving.revision() != known.revision()) {
            return arriving.revision() > known.revision() ? Verdict.REPLACES : Verdict.SUPERSEDED;
        }
        if (arriving.equals(known)) {
            return Verdict.DUPLICATE;
        }
        int order = EventOrder.BYTE_ORDER.compare(EventJson.write(arriving), EventJson.write(known));
        return order > 0 ? Verdict.REPLACES : Verdict.SUPERSEDED;
    }
}
