package org.misconductmonitor.platform;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.topology.serdes.RegistryUnavailableException;

class SurvivalTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Survival survival = new Survival(() -> "Read on topic alerts, asked " + asked.incrementAndGet());

    @Test
    void shouldStopAtTheFirstRefusalAndSayWhatIsMissing() {
        Throwable refused = new StreamsException("failed", new TopicAuthorizationException(Set.of("alerts")));

        assertThat(survival.handle(refused)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(asked).hasValue(1);
    }

    @Test
    void shouldTryForEverWhileTheRegistryIsAway() {
        Throwable away = new StreamsException("failed", new RegistryUnavailableException("no answer"));

        for (int i = 0; i < 100; i++) {
            assertThat(survival.handle(away)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void shouldGiveUpOnAFaultThatRepeats() {
        for (int i = 0; i < 5; i++) {
            assertThat(survival.handle(new IllegalStateException())).isEqualTo(REPLACE_THREAD);
        }
        assertThat(survival.handle(new IllegalStateException())).isEqualTo(SHUTDOWN_CLIENT);
    }
}
