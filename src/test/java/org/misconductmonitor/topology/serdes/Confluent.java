package org.misconductmonitor.topology.serdes;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Confluent's genuine serializer and deserializer, with the Avro and Kafka that they were built for, apart from ours:
 * only bytes, texts and maps pass between the two.
 */
final class Confluent implements AutoCloseable {
    private final URLClassLoader loader;

    Confluent() throws IOException {
        loader = new URLClassLoader("confluent", jars(), ClassLoader.getPlatformClassLoader());
    }

    /** As on a class path that has ours first and Confluent's after; the classes stay usable afterwards. */
    static <T> T besideOurKafka(Callable<T> work) throws Exception {
        return within(new URLClassLoader("confluent-beside", jars(), Confluent.class.getClassLoader()), work);
    }

    byte[] serialize(String registryUrl, String topic, String schema, String json) throws Exception {
        return inside(() -> {
            Object parsed = parse(schema);
            Object decoder = type("org.apache.avro.io.DecoderFactory")
                    .getMethod("jsonDecoder", type("org.apache.avro.Schema"), String.class)
                    .invoke(
                            type("org.apache.avro.io.DecoderFactory")
                                    .getMethod("get")
                                    .invoke(null),
                            parsed,
                            json);
            Object reader = type("org.apache.avro.generic.GenericDatumReader")
                    .getConstructor(type("org.apache.avro.Schema"))
                    .newInstance(parsed);
            Object value = reader.getClass()
                    .getMethod("read", Object.class, type("org.apache.avro.io.Decoder"))
                    .invoke(reader, null, decoder);
            Object serializer = configured("io.confluent.kafka.serializers.KafkaAvroSerializer", registryUrl);
            return (byte[]) serializer
                    .getClass()
                    .getMethod("serialize", String.class, Object.class)
                    .invoke(serializer, topic, value);
        });
    }

    /** The value as Avro prints it. */
    String deserialize(String registryUrl, String topic, byte[] frame) throws Exception {
        return inside(() -> {
            Object deserializer = configured("io.confluent.kafka.serializers.KafkaAvroDeserializer", registryUrl);
            return deserializer
                    .getClass()
                    .getMethod("deserialize", String.class, byte[].class)
                    .invoke(deserializer, topic, frame)
                    .toString();
        });
    }

    int register(String registryUrl, String subject, String schema, List<String> referenced) throws Exception {
        return inside(() -> {
            Object client = type("io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient")
                    .getConstructor(String.class, int.class)
                    .newInstance(registryUrl, 10);
            Class<?> avro = type("io.confluent.kafka.schemaregistry.avro.AvroSchema");
            Class<?> parsed = type("io.confluent.kafka.schemaregistry.ParsedSchema");
            java.lang.reflect.Method register = client.getClass().getMethod("register", String.class, parsed);
            List<Object> references = new java.util.ArrayList<>();
            Map<String, String> texts = new java.util.HashMap<>();
            for (String text : referenced) {
                String name = new org.apache.avro.Schema.Parser().parse(text).getFullName();
                register.invoke(client, name, avro.getConstructor(String.class).newInstance(text));
                references.add(type("io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference")
                        .getConstructor(String.class, String.class, Integer.class)
                        .newInstance(name, name, 1));
                texts.put(name, text);
            }
            Object whole = avro.getConstructor(String.class, List.class, Map.class, Integer.class)
                    .newInstance(schema, references, texts, null);
            return (Integer) register.invoke(client, subject, whole);
        });
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Object parse(String schema) throws ReflectiveOperationException {
        Object parser = type("org.apache.avro.Schema$Parser").getConstructor().newInstance();
        return parser.getClass().getMethod("parse", String.class).invoke(parser, schema);
    }

    private Object configured(String name, String registryUrl) throws ReflectiveOperationException {
        Object serde = type(name).getConstructor().newInstance();
        Map<String, String> properties =
                Map.of("schema.registry.url", registryUrl, "auto.register.schemas", "true", "max.retries", "0");
        serde.getClass().getMethod("configure", Map.class, boolean.class).invoke(serde, properties, false);
        return serde;
    }

    private Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    private <T> T inside(Callable<T> work) throws Exception {
        return within(loader, work);
    }

    private static <T> T within(ClassLoader loader, Callable<T> work) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return work.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static URL[] jars() throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target/interop"))) {
            return jars.map(Confluent::url).toArray(URL[]::new);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
