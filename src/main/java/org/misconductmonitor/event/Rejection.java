package org.misconductmonitor.event;

/**
 * Why an event is not accepted. Holds no personal data: the reason and the field only, never the value.
 *
 * @param reason what is wrong
 * @param field where, or null when it is about the whole record
 */
public record Rejection(Reason reason, Field field) {
    /** Reason codes, as they travel with a dead letter and label the counters. */
    public enum Reason {
        NOT_AVRO_FRAME(
                "the value does not start with a zero byte and a schema id; publish with a schema registry serializer"),
        UNKNOWN_SCHEMA("the schema id is not in the registry; is it the right registry?"),
        TRUNCATED("the value ends before the record does"),
        TRAILING_BYTES("bytes follow the record"),
        UNDECODABLE("the bytes do not decode with their schema"),
        WRONG_RECORD("the record is of a type that does not belong into this topic"),
        NULL_KEY("the record has no key; the key is the officerId, or the tenantId where no officer is named"),
        NULL_VALUE("the record has no value"),
        KEY_MISMATCH("the key differs from the officerId (or tenantId) in the payload"),
        WRONG_PARTITION(
                "the record lies in another partition than its key belongs to; publish with the default partitioner of"
                        + " Kafka, in librdkafka partitioner=murmur2_random, and replay this dead letter"),
        MISSING_FIELD("a required field is missing"),
        WRONG_TYPE("the value of a field is not of its type"),
        INVALID_ID("an id is empty, longer than 200 characters or holds control characters"),
        INVALID_REVISION("the revision is below 1"),
        FUTURE_DATE("the date is more than a day after the record reached the broker"),
        ANCIENT_DATE("the date is before 1900"),
        ABSURD_DATE("the date is after 2200"),
        ENDS_BEFORE_START("it ends before it starts"),
        TOO_LARGE("the record is larger than the limit"),
        NOT_UTF8("it holds bytes that are not UTF-8"),
        NOT_JSON("the line is not one JSON object"),
        NOT_CSV("the row does not have the shape of the header"),
        UNKNOWN_FIELD("no event has a field of this name"),
        DUPLICATE_FIELD("the field is given twice"),
        UNKNOWN_TYPE("no event is of this type"),
        UNTRANSLATED("the mapping file gives no translation for the value of this column"),
        NOT_IN_FEED("events of this type cannot carry this field"),
        UNKNOWN_WORD("the word is not in the list that the schema has for this field"),
        INVALID_RULE("the rule cannot be understood; see what rules check says of it"),
        PROCESSING_FAILED("the monitor failed on this record; please report it");

        private final String meaning;

        Reason(String meaning) {
            this.meaning = meaning;
        }

        /** What it means and what the publisher can do. */
        public String meaning() {
            return meaning;
        }
    }

    @Override
    public String toString() {
        return field == null ? reason.meaning() : field.jsonName() + ": " + reason.meaning();
    }
}
