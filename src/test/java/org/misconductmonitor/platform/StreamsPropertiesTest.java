package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    @Test
    void shouldBeAcceptedByKafkaStreamsAsTheyAre() {
        StreamsConfig streams = streams(Map.of());

        assertThat(streams.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(streams.getLong("commit.interval.ms")).isEqualTo(20);
        assertThat(streams.getBoolean("ensure.explicit.internal.resource.naming"))
                .isTrue();
        assertThat(streams.getBoolean("processing.exception.handler.global.enabled"))
                .isTrue();
        assertThat(streams.getString("state.dir")).doesNotStartWith("/tmp");
        assertThat(streams.getLong("max.task.idle.ms")).isZero();
        assertThat(streams.getClass("rocksdb.config.setter")).isEqualTo(BoundedRocksDb.class);
        assertThat(streams.originals()).containsEntry(BoundedRocksDb.MEMORY, 256L << 20);
    }

    @Test
    void shouldReachEveryClient() {
        StreamsConfig streams = streams(Map.of("kafka.security.protocol", "SSL", "kafka.producer.batch.size", "77"));

        Map<String, Object> producer = streams.getProducerConfigs("p");
        Map<String, Object> consumer = streams.getMainConsumerConfigs("g", "c", 0);
        assertThat(producer)
                .containsEntry("security.protocol", "SSL")
                .containsEntry("batch.size", "77")
                .containsEntry("linger.ms", 5)
                .containsEntry("max.request.size", 4_000_000);
        assertThat(consumer)
                .containsEntry("security.protocol", "SSL")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("session.timeout.ms", 10_000);
    }

    @Test
    void shouldLetTheOperatorWinWhereNothingDependsOnIt() {
        assertThat(streams(Map.of("kafka.producer.linger.ms", "1"))
                        .getProducerConfigs("p")
                        .get("linger.ms"))
                .isEqualTo("1");
    }

    @Test
    void shouldNotSetWhatTheStreamsProtocolForbids() {
        Map<String, Object> consumer =
                streams(Map.of("group.protocol", "streams")).getMainConsumerConfigs("g", "c", 0);

        assertThat(consumer).doesNotContainKey("session.timeout.ms");
    }

    @Test
    void shouldReplicateInternalTopicsAsItsOwn() {
        assertThat(streams(Map.of("topics.replication.factor", "3")).getInt("replication.factor"))
                .isEqualTo(3);
        assertThat(streams(Map.of()).getInt("replication.factor")).isEqualTo(-1);
    }

    private static StreamsConfig streams(Map<String, String> commandLine) {
        MonitorConfig config =
                MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), new HashMap<>(commandLine)));
        Properties properties = StreamsProperties.of(config, 4_000_000);
        return new StreamsConfig(properties);
    }
}
