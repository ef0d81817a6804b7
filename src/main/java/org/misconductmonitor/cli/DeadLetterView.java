package org.misconductmonitor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.topology.DeadLetter;

/** A dead letter for people and for programs. */
final class DeadLetterView {
    private DeadLetterView() {}

    /** What a reason code means; the code itself if this release does not know it. */
    static String meaning(String code) {
        return Arrays.stream(Rejection.Reason.values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .map(Rejection.Reason::meaning)
                .orElse(code);
    }

    static String time(DeadLetter letter) {
        return Instant.ofEpochMilli(letter.source().timestamp()).toString();
    }

    /** Without key and value. */
    static ObjectNode json(DeadLetter letter, boolean replayed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("letter", letter.position())
                .put("ingestedAt", time(letter))
                .put("reason", letter.reason())
                .put("meaning", meaning(letter.reason()))
                .put("field", letter.field())
                .put("topic", letter.source().topic())
                .put("partition", letter.source().partition())
                .put("offset", letter.source().offset())
                .put("publisher", letter.publisher())
                .put("replayed", replayed);
    }

    static void addContent(ObjectNode json, DeadLetter letter, Deserializer<Object> deserializer) {
        json.put("key", key(letter));
        json.put("value", letter.value() == null ? null : Base64.getEncoder().encodeToString(letter.value()));
        decoded(letter, deserializer).ifPresent(text -> json.put("decoded", text));
    }

    static String key(DeadLetter letter) {
        return letter.key() == null ? null : new String(letter.key(), StandardCharsets.UTF_8);
    }

    /** The value as text if it can be decoded, else its bytes in Base64. */
    static String value(DeadLetter letter, Deserializer<Object> deserializer) {
        return letter.value() == null
                ? "none"
                : decoded(letter, deserializer)
                        .orElseGet(() -> letter.value().length + " bytes, in Base64: "
                                + Base64.getEncoder().encodeToString(letter.value()));
    }

    private static Optional<String> decoded(DeadLetter letter, Deserializer<Object> deserializer) {
        try {
            Object value = deserializer.deserialize(letter.source().topic(), letter.headers(), letter.value());
            return Optional.ofNullable(value).map(Object::toString);
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
