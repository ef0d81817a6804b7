package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

class RegistryConfigTest {
    @Test
    void shouldReadTheNamesOfConfluentsClients() {
        RegistryConfig config = RegistryConfig.from(Map.of(
                "schema.registry.url",
                "http://a:8081/, https://b/apis/ccompat/v7",
                "basic.auth.user.info",
                new Password("ann:secret"),
                "registry.retry.timeout.ms",
                1500));

        assertThat(config.urls()).isEqualTo(List.of("http://a:8081", "https://b/apis/ccompat/v7"));
        assertThat(config.authorization()).contains("Basic YW5uOnNlY3JldA==");
        assertThat(config.retryTimeout()).isEqualTo(Duration.ofMillis(1500));
        assertThat(config).hasToString("RegistryConfig[http://a:8081, https://b/apis/ccompat/v7]");
    }

    @Test
    void shouldReadTokensListsAndCredentialsInTheUrl() {
        assertThat(RegistryConfig.from(Map.of("schema.registry.url", "http://a", "bearer.auth.token", "t0"))
                        .authorization())
                .contains("Bearer t0");
        RegistryConfig inUrl = RegistryConfig.from(Map.of("schema.registry.url", List.of("http://ann:secret@a:1")));
        assertThat(inUrl.authorization()).contains("Basic YW5uOnNlY3JldA==");
        assertThat(inUrl.urls()).containsExactly("http://a:1");
    }

    @Test
    void shouldRefuseAPasswordThatCannotBeToldFromTheHost() {
        assertThatThrownBy(() -> RegistryConfig.from(Map.of("schema.registry.url", "https://ann:se@cret@a:1")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("%40")
                .hasMessageNotContaining("cret");
    }

    @Test
    void shouldSayWhatToWriteInstead() {
        assertThatThrownBy(() -> RegistryConfig.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("http://localhost:8081");
        assertThatThrownBy(() -> RegistryConfig.from(Map.of("schema.registry.url", "localhost:8081")))
                .hasMessageContaining("http://");
        assertThatThrownBy(() -> RegistryConfig.from(
                        Map.of("schema.registry.url", "http://a", "registry.retry.timeout.ms", "soon")))
                .hasMessageContaining("registry.retry.timeout.ms")
                .hasMessageContaining("milliseconds");
        assertThatThrownBy(() -> RegistryConfig.from(Map.of(
                        "schema.registry.url", "https://a", "schema.registry.ssl.truststore.location", "/no/such")))
                .hasMessageContaining("truststore.location");
    }
}
