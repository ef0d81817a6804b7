package org.misconductmonitor.topology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas of the values, as this release has them. */
public final class TopicSchemas {
    private TopicSchemas() {}

    /**
     * A schema that was registered.
     *
     * @param subject its name in the registry
     * @param schema full name of the record type
     * @param id what records carry
     */
    public record Registration(String subject, String schema, int id) {}

    /**
     * The schema of the topic's values.
     *
     * @throws IllegalArgumentException if the topic has none of its own
     */
    public static Schema of(MonitorTopic topic) {
        String resource = topic.schemaResource()
                .orElseThrow(() -> new IllegalArgumentException(topic + " holds original bytes: it has no schema"));
        try (InputStream in = TopicSchemas.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        resource + " is not on the class path: build again with ./mvnw package");
            }
            return new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** Registers the schema of every topic that has one, under the subject of the topic. */
    public static List<Registration> register(TopicCatalog catalog, SchemaRegistrar registrar) {
        return catalog.all().stream()
                .filter(spec -> spec.subject().isPresent())
                .map(spec -> register(spec, registrar))
                .toList();
    }

    private static Registration register(TopicSpec spec, SchemaRegistrar registrar) {
        String subject = spec.subject().orElseThrow();
        Schema schema = of(spec.topic());
        return new Registration(subject, schema.getFullName(), registrar.register(subject, schema));
    }
}
