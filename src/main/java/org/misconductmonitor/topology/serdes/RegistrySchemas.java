package org.misconductmonitor.topology.serdes;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Turns answers that hold a schema into that schema, asking for the schemas that it refers to. */
final class RegistrySchemas {
    /** Other schemas that one may refer to, those that these refer to included. */
    private static final int MOST_REFERENCES = 100;

    private final RegistryHttp http;

    RegistrySchemas(RegistryHttp http) {
        this.http = http;
    }

    /** @throws MalformedRecordException when the text is not an Avro schema */
    Schema parse(JsonNode answer, String what) {
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new MalformedRecordException(
                    MalformedRecordException.Reason.UNDECODABLE, what + " is a schema of type " + type + ", not AVRO");
        }
        try {
            Schema.Parser parser = SchemaTexts.lenientParser();
            addReferences(answer, parser, new HashSet<>());
            return parser.parse(answer.path("schema").asText());
        } catch (AvroRuntimeException | StackOverflowError e) {
            throw new MalformedRecordException(
                    MalformedRecordException.Reason.UNDECODABLE, what + " is not a valid Avro schema");
        }
    }

    private void addReferences(JsonNode answer, Schema.Parser parser, Set<String> done) {
        for (JsonNode reference : answer.path("references")) {
            String path = versionPath(
                    reference.path("subject").asText(),
                    reference.path("version").asText());
            if (done.add(path)) {
                if (done.size() > MOST_REFERENCES) {
                    throw new MalformedRecordException(
                            MalformedRecordException.Reason.UNDECODABLE,
                            "it refers to more than " + MOST_REFERENCES + " other schemas");
                }
                RegistryReply reply = http.send("GET", path, null);
                if (!reply.isOk()) {
                    throw new RegistryUnavailableException(
                            "A schema refers to " + path + ", which the registry does not have yet: register it");
                }
                reply.requireWhole("A schema that it refers to");
                addReferences(reply.json(), parser, done);
                parser.parse(reply.json().path("schema").asText());
            }
        }
    }

    static String versionPath(String subject, String version) {
        return subjectPath(subject) + "/versions/" + version;
    }

    static String subjectPath(String subject) {
        return "/subjects/" + encoded(subject);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
