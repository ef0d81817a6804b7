package org.misconductmonitor.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.misconductmonitor.query.DeadLetterList.Letter;

/**
 * Which dead letters are meant: those that are named, or all that were not published again yet and have what is asked.
 *
 * @param letters positions in the dead-letter topic; empty: none is named
 * @param asked by the name of what is known of a letter, what it must be
 */
record LetterChoice(List<String> letters, Map<String, String> asked) {
    static final String MEANING =
            "{\"letters\": [\"0@12\"]} for these, as the list names them; or {\"reason\": \"UNKNOWN_SCHEMA\"}, also with"
                    + " topic or publisher, for all of that kind that were not published again yet; {\"all\": true} for all"
                    + " of them.";

    private static final int MOST = 1_000;
    private static final Map<String, Function<Letter, String>> KNOWN =
            Map.of("reason", Letter::reason, "topic", Letter::topic, "publisher", Letter::publisher);
    private static final ObjectReader STRICT = new ObjectMapper()
            .reader()
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    boolean has(Letter letter) {
        return letters.isEmpty()
                ? !letter.replayed()
                        && asked.entrySet().stream().allMatch(one -> one.getValue()
                                .equals(KNOWN.get(one.getKey()).apply(letter)))
                : letters.contains(letter.position());
    }

    /** @throws ProblemException if it is not a choice; nothing chosen is none */
    static LetterChoice read(byte[] body) {
        List<String> letters = new ArrayList<>();
        Map<String, String> asked = new TreeMap<>();
        boolean all = false;
        for (Map.Entry<String, JsonNode> field : tree(body).properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("letters") && value.isArray() && value.size() <= MOST) {
                value.forEach(letter -> letters.add(text(letter)));
            } else if (name.equals("all") && value.isBoolean()) {
                all = value.asBoolean();
            } else if (KNOWN.containsKey(name)) {
                asked.put(name, text(value));
            } else {
                throw wrong();
            }
        }
        int ways = (letters.isEmpty() ? 0 : 1) + (asked.isEmpty() ? 0 : 1) + (all ? 1 : 0);
        if (ways != 1) {
            throw wrong();
        }
        return new LetterChoice(List.copyOf(letters), Map.copyOf(asked));
    }

    private static JsonNode tree(byte[] body) {
        try {
            JsonNode tree = STRICT.readTree(body);
            if (tree.isObject()) {
                return tree;
            }
        } catch (IOException e) {
            throw ProblemException.of(ProblemType.INVALID_BODY, "the body is not JSON");
        }
        throw wrong();
    }

    private static String text(JsonNode value) {
        if (!value.isTextual() || value.asText().isEmpty()) {
            throw wrong();
        }
        return value.asText();
    }

    private static ProblemException wrong() {
        return ProblemException.of(ProblemType.INVALID_BODY, "send " + MEANING + " No more than " + MOST + " letters.");
    }
}
