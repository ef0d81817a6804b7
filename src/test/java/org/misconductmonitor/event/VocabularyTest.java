package org.misconductmonitor.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    /** Every enum of the event schemas: by field, its symbols. */
    private static TreeMap<String, Set<String>> schemas() throws IOException {
        TreeMap<String, Set<String>> words = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("schemas"))) {
            for (Path file : files.filter(name -> name.toString().endsWith("-event.avsc"))
                    .toList()) {
                for (JsonNode field : new ObjectMapper().readTree(file.toFile()).get("fields")) {
                    for (JsonNode type : types(field.get("type"))) {
                        type.path("symbols").forEach(symbol -> words.computeIfAbsent(
                                        field.get("name").asText(), name -> new TreeSet<>())
                                .add(symbol.asText()));
                    }
                }
            }
        }
        words.values().forEach(symbols -> symbols.remove("UNKNOWN"));
        return words;
    }

    private static List<JsonNode> types(JsonNode type) {
        List<JsonNode> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(types::add);
        } else {
            types.add(type);
        }
        return types;
    }

    @Test
    void shouldHoldTheWordsOfTheSchemas() throws IOException {
        TreeMap<String, Set<String>> known = new TreeMap<>();
        for (Field field : Field.values()) {
            if (!Vocabulary.closed(field).isEmpty()) {
                known.put(field.jsonName(), new TreeSet<>(Vocabulary.closed(field)));
            }
        }
        assertThat(known).isEqualTo(schemas());
    }
}
