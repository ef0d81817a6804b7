package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** While an instance does not have the state that it answers from, it says so, and when to ask again. */
class RestoringTest {
    /** Kafka Streams as it is before its stores can be asked. */
    private static final class Restoring extends KafkaStreams {
        private final State state;

        Restoring(State state) {
            super(topology(), properties());
            this.state = state;
        }

        private static Topology topology() {
            Topology topology = new Topology();
            topology.addSource("source", "topic");
            return topology;
        }

        private static Properties properties() {
            Properties properties = new Properties();
            properties.put("application.id", "restoring");
            properties.put("bootstrap.servers", "127.0.0.1:1");
            return properties;
        }

        @Override
        public State state() {
            return state;
        }

        @Override
        public <K> KeyQueryMetadata queryMetadataForKey(String store, K key, Serializer<K> serializer) {
            return new KeyQueryMetadata(new HostInfo("127.0.0.1", 1), Set.of(), 0);
        }

        @Override
        public <T> T store(StoreQueryParameters<T> parameters) {
            throw new InvalidStateStoreException("the store is being restored");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/officers/o",
                "/api/v1/officers/o/timeline",
                "/api/v1/officers/o/counts",
                "/api/v1/officers/o/vetting",
                "/api/v1/officers/o/postings",
                "/api/v1/officers/o/peers",
                "/api/v1/system/lag",
                "/api/v1/system/accounts",
                "/api/v1/system/health/ready"
            })
    void shouldNotAnswerWhileTheStateIsRestored(String target) throws Exception {
        try (Restoring streams = new Restoring(KafkaStreams.State.REBALANCING);
                SilentServer server = new SilentServer(streams)) {
            HttpResponse<String> answer = server.get(target);

            assertUnavailable(answer);
            assertThat(server.get("/api/v1/system/health/live").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/officers/o", "/api/v1/officers/o/peers"})
    void shouldNotAnswerFromAStoreThatIsNotThereYet(String target) throws Exception {
        try (Restoring streams = new Restoring(KafkaStreams.State.RUNNING);
                SilentServer server = new SilentServer(streams)) {
            HttpResponse<String> answer = server.get(target);

            assertUnavailable(answer);
            assertThat(answer.body()).contains("being restored");
        }
    }

    @ParameterizedTest
    @CsvSource({"CREATED, starting, 2", "PENDING_SHUTDOWN, stopping, 30", "ERROR, its log, 30"})
    void shouldSayWhyAndWhenToAskAgain(KafkaStreams.State state, String why, String seconds) throws Exception {
        try (Restoring streams = new Restoring(state);
                SilentServer server = new SilentServer(streams)) {
            HttpResponse<String> answer = server.get("/api/v1/officers/o");

            assertUnavailable(answer);
            assertThat(answer.body()).contains(why);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue(seconds);
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).matches("[1-9][0-9]*");
    }
}
