package org.misconductmonitor.topology.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.misconductmonitor.topology.serdes.DecodeFailure.Unavailable;

class RegistryFaultsTest {
    private final FakeRegistry registry =
            new FakeRegistry().with(1, Samples.schema()).with(2, Samples.newerSchema());
    private final SchemaRegistryClient client = Samples.client(registry.url(), Map.of());
    private final MonitorAvroDeserializer deserializer = new MonitorAvroDeserializer(client, false);
    private final byte[] known = new MonitorAvroSerializer(client, false).serialize("t", Samples.specific());
    private final byte[] fresh =
            new MonitorAvroSerializer(client, false).serialize("t", Samples.generic(Samples.newerSchema()));
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        registry.close();
    }

    @ParameterizedTest
    @CsvSource({
        "500,broken",
        "502,<html>",
        "503,''",
        "401,{}",
        "403,{}",
        "407,{}",
        "408,{}",
        "429,{}",
        "404,<html>not here",
        "404,'{\"detail\":\"no such path\"}'",
        "200,<html>please log in",
        "200,''"
    })
    void shouldKeepAskingAndThenSayUnavailable(int status, String body) {
        deserializer.deserialize("t", known);
        registry.breakWith(FakeRegistry.status(status, body));
        int before = registry.requests();

        assertUnavailable();
        assertThat(registry.requests() - before).isGreaterThanOrEqualTo(2);
        assertThat(deserializer.deserialize("t", known)).isNotNull();
        registry.heal();
        assertThat(deserializer.deserialize("t", fresh)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"503", "401", "429"})
    void shouldSucceedByItselfWhenTheRegistryComesBack(int status) {
        AtomicInteger left = new AtomicInteger(3);
        registry.breakWith(exchange ->
                left.getAndDecrement() > 0 && FakeRegistry.status(status, "{}").strike(exchange));

        assertThat(deserializer.deserialize("t", fresh)).isNotNull();
        assertThat(left.get()).isLessThan(0);
    }

    @Test
    void shouldNotWaitForEverForHeaders() {
        registry.breakWith(exchange -> waitForTheEnd());
        assertUnavailable();
    }

    @Test
    void shouldNotWaitForEverForABody() {
        registry.breakWith(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            return waitForTheEnd();
        });
        assertUnavailable();
    }

    @Test
    void shouldTakeAnAnswerThatIsCutOffForAnOutage() {
        registry.breakWith(exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            throw new IOException("cut off");
        });
        assertUnavailable();
    }

    @Test
    void shouldTakeARefusedConnectionForAnOutage() {
        registry.close();
        assertUnavailable();
    }

    @Test
    void shouldAskTheNextRegistryAtOnce() {
        try (FakeRegistry second = new FakeRegistry().with(2, Samples.newerSchema())) {
            SchemaRegistryClient both = Samples.client(registry.url() + "," + second.url(), Map.of());
            registry.breakWith(FakeRegistry.status(503, ""));

            assertThat(new MonitorAvroDeserializer(both, false).deserialize("t", fresh))
                    .isNotNull();
            assertThat(second.requests()).isEqualTo(1);
        }
    }

    @Test
    void shouldKeepSecretsOutOfMessages() {
        SchemaRegistryClient other = Samples.client(
                registry.url().replace("//", "//ann:s3cret@"), Map.of(RegistryConfig.RETRY_TIMEOUT, "20"));
        registry.breakWith(FakeRegistry.status(500, "s3cret"));
        assertThatThrownBy(() -> other.schema(9)).hasMessageNotContaining("s3cret");
    }

    @Test
    void shouldNotRetryARefusalForGood() {
        registry.breakWith(FakeRegistry.status(409, "{\"error_code\":409,\"message\":\"incompatible\"}"));
        int before = registry.requests();
        assertThatThrownBy(() -> client.register("u-value", Samples.newerSchema()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("incompatible");
        assertThat(registry.requests() - before).isEqualTo(1);
    }

    private boolean waitForTheEnd() {
        try {
            return released.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void assertUnavailable() {
        SchemaRegistryClient impatient = Samples.client(registry.url(), Map.of(RegistryConfig.REQUEST_TIMEOUT, "100"));
        assertThatThrownBy(() -> new MonitorAvroDeserializer(impatient, false).deserialize("t", fresh))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(registry.url())
                .hasMessageContaining(RegistryConfig.RETRY_TIMEOUT)
                .satisfies(
                        failure -> assertThat(DecodeFailure.classify(failure)).isEqualTo(new Unavailable()));
    }
}
