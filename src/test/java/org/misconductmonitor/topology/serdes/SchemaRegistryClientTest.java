package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.sample.Sighting;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

@ExtendWith(SharedPlatform.class)
class SchemaRegistryClientTest {
    private final EmbeddedPlatform platform;
    private final SchemaRegistryClient client;

    SchemaRegistryClientTest(EmbeddedPlatform platform) {
        this.platform = platform;
        this.client = Samples.client(platform.registryUrl(), Map.of());
    }

    @Test
    void shouldFindForTheGeneratedClassWhatWasRegisteredFromTheFile() throws Exception {
        int id = registerText("from-file-value", Samples.schemaFile());

        assertThat(client.idOf("from-file-value", Sighting.getClassSchema())).isEqualTo(id);
        assertThat(client.register("from-file-value", Sighting.getClassSchema()))
                .isEqualTo(id);
    }

    @Test
    void shouldRegisterTheSchemaWithoutWhatConcernsJava() {
        int id = client.register("fresh-value", Sighting.getClassSchema());
        RegisteredSchema latest = client.latest("fresh-value").orElseThrow();

        assertThat(latest.id()).isEqualTo(id);
        assertThat(latest.version()).isEqualTo(1);
        assertThat(latest.schema()).isEqualTo(Samples.schema());
        assertThat(latest.schema().toString()).doesNotContain("avro.java.string");
        assertThat(client.subjects()).contains("fresh-value");
        assertThat(client.latest("absent-value")).isEmpty();
    }

    @Test
    void shouldSayHowToRegisterWhatIsNot() {
        assertThatThrownBy(() -> client.idOf("never-value", Sighting.getClassSchema()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("never-value")
                .hasMessageContaining("topics create");
    }

    @Test
    void shouldHoldNewVersionsToTheCompatibilityThatIsSet() {
        client.register("strict-value", Samples.schema());
        client.setCompatibility("strict-value", "BACKWARD");
        Schema wrong =
                new Schema.Parser().parse(Samples.schemaFile().replace("\"boolean\", \"default\": false", "\"int\""));

        assertThatThrownBy(() -> client.register("strict-value", wrong))
                .isInstanceOfSatisfying(RegistryRefusedException.class, refused -> assertThat(refused.status())
                        .isEqualTo(409));
        assertThat(client.register("strict-value", Samples.newerSchema())).isPositive();
        assertThat(client.latest("strict-value").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void shouldOutliveACrashOfTheRegistry() {
        byte[] known = new MonitorAvroSerializer(client, true).serialize("crash", Samples.specific());
        byte[] fresh = new MonitorAvroSerializer(client, true)
                .serialize("crash-newer", Samples.generic(Samples.newerSchema()));
        SchemaRegistryClient patient =
                Samples.client(platform.registryUrl(), Map.of(RegistryConfig.RETRY_TIMEOUT, "60000"));
        MonitorAvroDeserializer reader = new MonitorAvroDeserializer(patient, false);
        reader.deserialize("crash", known);

        platform.registry().kill();
        assertThat(reader.deserialize("crash", known)).isNotNull();
        assertThatThrownBy(
                        () -> Samples.client(platform.registryUrl(), Map.of()).schema(1))
                .isInstanceOf(RegistryUnavailableException.class);
        CompletableFuture<Object> waiting =
                CompletableFuture.supplyAsync(() -> reader.deserialize("crash-newer", fresh));
        platform.registry().start();

        assertThat(waiting.join())
                .hasToString(Samples.generic(Samples.newerSchema()).toString());
        assertThatThrownBy(() -> reader.deserialize("crash", Samples.frame(4_000_000)))
                .isInstanceOfSatisfying(MalformedRecordException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.UNKNOWN_SCHEMA));
    }

    private int registerText(String subject, String schema) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(platform.registryUrl() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(Map.of("schema", schema))))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return mapper.readTree(answer).path("id").asInt();
    }
}
