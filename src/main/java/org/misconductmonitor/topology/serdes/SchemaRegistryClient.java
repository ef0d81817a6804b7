package org.misconductmonitor.topology.serdes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A client of the Confluent REST API, which all schema registries speak. What was asked lately is not asked again,
 * because ids and schemas are immutable; only what the registry did not have, because it may have it now. Safe for many
 * threads.
 *
 * <p>Every method throws {@link RegistryUnavailableException} when the registry is away for longer than
 * {@code registry.retry.timeout.ms}, and {@link RegistryRefusedException} when it refuses for good.
 */
public final class SchemaRegistryClient {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistryClient.class);
    private static final long SECOND = 1_000_000_000L;

    private final KnownSchemas schemas = new KnownSchemas();
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final AtomicLong lastPatience = new AtomicLong(System.nanoTime() - SECOND);
    private final SchemaTexts texts = new SchemaTexts();
    private final RegistryConfig config;
    private final RegistryHttp http;
    private final RegistrySchemas parser;

    public SchemaRegistryClient(RegistryConfig config) {
        this.config = config;
        this.http = new RegistryHttp(config);
        this.parser = new RegistrySchemas(http);
    }

    /** What is wrong while somebody waits for the registry, in words; empty when nobody does. */
    Optional<String> silence() {
        return http.silence();
    }

    /**
     * The schema that records of this id were written with, prepared to decode strings as {@link String}.
     *
     * @throws UnknownSchemaException when the registry answers that it has none, twice
     * @throws MalformedRecordException when no record of the schema can ever be decoded
     */
    public Schema schema(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        if (id < 0) {
            throw new UnknownSchemaException(id);
        }
        try {
            return schemas.put(id, texts.withJavaStrings(parser.parse(schemaAnswer(id), "The schema with id " + id)));
        } catch (UnknownSchemaException e) {
            throw e;
        } catch (MalformedRecordException e) {
            schemas.refuse(id, e);
            throw e;
        }
    }

    /** The id of a schema that is registered under the subject; refused with status 404 when it is not. */
    public int idOf(String subject, Schema schema) {
        Integer known = ids.get(new SubjectSchema(subject, schema));
        if (known != null) {
            return known;
        }
        int id = lookUp(subject, schema)
                .orElseThrow(() -> new RegistryRefusedException(
                        404, """
                The schema of %s is not registered under the subject %s: register it (`topics create`), or set %s=true""".formatted(schema.getFullName(), subject, MonitorAvroSerializer.AUTO_REGISTER)));
        ids.put(new SubjectSchema(subject, schema), id);
        return id;
    }

    /** The id of the schema under the subject, which is registered unless it already is. */
    public int register(String subject, Schema schema) {
        Integer known = ids.get(new SubjectSchema(subject, schema));
        if (known != null) {
            return known;
        }
        int id = lookUp(subject, schema).orElseGet(() -> {
            RegistryReply reply =
                    http.send("POST", RegistrySchemas.subjectPath(subject) + "/versions", request(schema));
            int fresh = accepted(reply, "register a schema under " + subject)
                    .path("id")
                    .asInt();
            LOG.debug("Registered {} under {} with id {}", schema.getFullName(), subject, fresh);
            return fresh;
        });
        ids.put(new SubjectSchema(subject, schema), id);
        return id;
    }

    /** Sets the compatibility that new versions of the subject must have, such as BACKWARD. */
    public void setCompatibility(String subject, String level) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", level);
        RegistryReply reply = http.send("PUT", "/config/" + RegistrySchemas.encoded(subject), body);
        accepted(reply, "set the compatibility of " + subject + " to " + level);
    }

    public List<String> subjects() {
        JsonNode answer = accepted(http.send("GET", "/subjects", null), "list the subjects");
        return StreamSupport.stream(answer.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .toList();
    }

    /** The newest version of the subject; empty when there is no such subject. */
    public Optional<RegisteredSchema> latest(String subject) {
        return version(subject, "latest");
    }

    private Optional<RegisteredSchema> version(String subject, String version) {
        RegistryReply reply = http.send("GET", RegistrySchemas.versionPath(subject, version), null);
        if (reply.isNotFound()) {
            return Optional.empty();
        }
        JsonNode answer = accepted(reply, "read version " + version + " of " + subject);
        return Optional.of(new RegisteredSchema(
                subject,
                answer.path("version").asInt(),
                answer.path("id").asInt(),
                parser.parse(answer, "Version " + version + " of " + subject)));
    }

    private Optional<Integer> lookUp(String subject, Schema schema) {
        RegistryReply reply = http.send("POST", RegistrySchemas.subjectPath(subject), request(schema));
        return reply.isNotFound()
                ? amongVersions(subject, schema)
                : Optional.of(accepted(reply, "look up a schema of " + subject)
                        .path("id")
                        .asInt());
    }

    /** Some registries find only the very text that was registered, down to its white space; newest version first. */
    private Optional<Integer> amongVersions(String subject, Schema schema) {
        Schema wanted = texts.stripped(schema);
        Optional<RegisteredSchema> candidate = latest(subject);
        for (int version = candidate.map(RegisteredSchema::version).orElse(0); version > 0; version--) {
            candidate = version(subject, Integer.toString(version));
            if (candidate.isPresent()
                    && texts.stripped(candidate.get().schema()).equals(wanted)) {
                return candidate.map(RegisteredSchema::id);
            }
        }
        return Optional.empty();
    }

    private JsonNode schemaAnswer(int id) {
        RegistryReply reply = http.send("GET", "/schemas/ids/" + id, null);
        if (reply.isNotFound()) {
            bePatient();
            reply = http.send("GET", "/schemas/ids/" + id, null);
        }
        if (reply.isNotFound()) {
            throw new UnknownSchemaException(id);
        }
        JsonNode answer = accepted(reply, "read the schema with id " + id);
        reply.requireWhole("The schema with id " + id);
        if (!answer.path("schema").isTextual()) {
            // Something else answers in its place: that says nothing about the record.
            throw new RegistryUnavailableException(
                    "The schema registry answered without a schema to the question for id " + id + ": check "
                            + RegistryConfig.URL);
        }
        return answer;
    }

    /** A replica may lag behind; but garbage with ever new ids must not slow the stream down, so once a second. */
    private void bePatient() {
        long now = System.nanoTime();
        long last = lastPatience.get();
        if (now - last >= SECOND && lastPatience.compareAndSet(last, now)) {
            Backoff.sleep(config.retryBackoff());
        }
    }

    private JsonNode accepted(RegistryReply reply, String what) {
        if (reply.isOk()) {
            return reply.json();
        }
        throw new RegistryRefusedException(
                reply.status(),
                "The schema registry refused to %s: HTTP %d, %s".formatted(what, reply.status(), reply.message()));
    }

    private JsonNode request(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", texts.portable(schema));
    }

    private record SubjectSchema(String subject, Schema schema) {}
}
