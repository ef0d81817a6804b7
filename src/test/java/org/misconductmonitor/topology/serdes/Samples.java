package org.misconductmonitor.topology.serdes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.misconductmonitor.sample.Kind;
import org.misconductmonitor.sample.Place;
import org.misconductmonitor.sample.Sighting;

/** Records and schemas for the tests of this package. */
final class Samples {
    private Samples() {}

    /** As a publisher in another language has it: the file, not the generated class. */
    static String schemaFile() {
        try {
            return Files.readString(Path.of("src/test/avro/sighting.avsc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Schema schema() {
        return new Schema.Parser().parse(schemaFile());
    }

    static Schema newerSchema() {
        return new Schema.Parser()
                .parse(
                        schemaFile()
                                .replace("\"FISH\"]", "\"FISH\", \"WHALE\"]")
                                .replace(
                                        "{\"name\": \"checked\"",
                                        "{\"name\": \"colour\", \"type\": \"string\", \"default\": \"\"}, {\"name\": \"checked\""));
    }

    static GenericRecord generic(Schema schema) {
        Schema place = schema.getField("place").schema().getTypes().get(1);
        return new GenericRecordBuilder(schema)
                .set("id", "s-1")
                .set("seenAt", 1_700_000_000_000L)
                .set("kind", new GenericData.EnumSymbol(schema.getField("kind").schema(), "FISH"))
                .set(
                        "place",
                        new GenericRecordBuilder(place)
                                .set("name", "Østerbro")
                                .set("latitude", 55.7)
                                .build())
                .set("tags", List.of("wet", "small"))
                .set("counts", Map.of("fins", 5))
                .set("note", "seen twice")
                .set("checked", true)
                .build();
    }

    static Sighting specific() {
        return Sighting.newBuilder()
                .setId("s-1")
                .setSeenAt(Instant.ofEpochMilli(1_700_000_000_000L))
                .setKind(Kind.FISH)
                .setPlace(new Place("Østerbro", 55.7))
                .setTags(List.of("wet", "small"))
                .setCounts(Map.of("fins", 5))
                .setNote("seen twice")
                .setChecked(true)
                .build();
    }

    static byte[] frame(int id, int... payload) {
        ByteBuffer frame = ByteBuffer.allocate(5 + payload.length).put((byte) 0).putInt(id);
        for (int b : payload) {
            frame.put((byte) b);
        }
        return frame.array();
    }

    static SchemaRegistryClient client(String url, Map<String, String> more) {
        Map<String, String> properties = new java.util.HashMap<>(Map.of(
                RegistryConfig.URL, url,
                RegistryConfig.RETRY_BACKOFF, "10",
                RegistryConfig.RETRY_TIMEOUT, "300"));
        properties.putAll(more);
        return new SchemaRegistryClient(RegistryConfig.from(properties));
    }
}
