package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/**
 * Schemas as earlier releases had them: what those wrote into the stores carries the fingerprint of its schema, and no
 * registry knows what lies in stores.
 */
final class ReleasedSchemas {
    /** Each is a directory of {@code schemas/released}, oldest first; what was released is never changed. */
    static final List<String> RELEASES = List.of("0.1.0", "0.2.0");

    private ReleasedSchemas() {}

    /** Reads what this release and every earlier one have written with the schema of the topic. One thread at a time. */
    static BinaryMessageDecoder<GenericRecord> decoder(MonitorTopic topic) {
        BinaryMessageDecoder<GenericRecord> decoder =
                new BinaryMessageDecoder<>(new GenericData(), TopicSchemas.of(topic));
        String file = topic.schemaResource().orElseThrow().replaceFirst("^schemas/", "");
        RELEASES.forEach(release -> add("schemas/released/" + release + "/" + file, decoder));
        return decoder;
    }

    /** A release that had no such topic has no such file. */
    private static void add(String resource, BinaryMessageDecoder<GenericRecord> decoder) {
        try (InputStream in = ReleasedSchemas.class.getClassLoader().getResourceAsStream(resource)) {
            if (in != null) {
                decoder.addSchema(new Schema.Parser().parse(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
