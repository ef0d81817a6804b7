package org.misconductmonitor.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The search of {@link NothingPersonalTest} finds what is there: in each place something personal is put. */
class WritingsTest {
    private final Canary canary = new Canary(List.of("mmt_secret"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "officer canary-officer was read",
                "CANARY-OFFICER",
                "text: they said Canary words",
                "token mmt_secret",
            })
    void shouldFindItAsItIsWritten(String leak) {
        assertThat(canary.isIn(leak)).isTrue();
        assertThat(canary.isIn("officer 1f-can was read, any way")).isFalse();
    }

    @Test
    void shouldFindItsBytesHoweverTheyAreShown() {
        for (String around : List.of("", "a", "ab", "abc")) {
            byte[] bytes = (around + "canary-officer").getBytes(UTF_8);

            assertThat(canary.isIn("key " + Base64.getEncoder().encodeToString(bytes)))
                    .isTrue();
            assertThat(canary.isIn(HexFormat.of().formatHex(bytes))).isTrue();
            assertThat(canary.isIn(HexFormat.of().withUpperCase().formatHex(bytes)))
                    .isTrue();
        }
    }

    @Test
    void shouldFindItInLogLinesAndInTheCausesOfWhatIsLogged() {
        try (CapturedLog log = new CapturedLog()) {
            LoggerFactory.getLogger(WritingsTest.class).info("read the record of {}", "canary-officer");
            assertThat(log.lines()).hasSize(1).allMatch(canary::isIn);
            Exception cause = new IllegalStateException("no such officer: canary-officer");
            LoggerFactory.getLogger("somebody.else").warn("It failed", new RuntimeException("outer", cause));
            assertThat(log.lines()).hasSize(2).allMatch(canary::isIn);
            Exception closing = new IllegalStateException("closed");
            closing.addSuppressed(cause);
            LoggerFactory.getLogger("somebody.else").warn("It failed", closing);
            assertThat(log.lines()).hasSize(3).allMatch(canary::isIn);
        }
    }

    @Test
    void shouldFindItInTheNameOfAThread() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        Thread thread = new Thread(
                () -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "review-of-canary-officer");
        thread.start();
        try {
            assertThat(Writings.threads()).anyMatch(canary::isIn);
        } finally {
            end.countDown();
            thread.join();
        }
        assertThat(Writings.threads()).noneMatch(canary::isIn);
    }

    @Test
    void shouldFindItInTagsOfMetricsAndNamesOfBeans() throws Exception {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Counter.builder("alerts")
                .tag("officer", "canary-officer")
                .register(registry)
                .increment();
        assertThat(registry.scrape().lines()).anyMatch(canary::isIn);

        ObjectName name = new ObjectName("test:type=consumer,client-id=canary-officer");
        ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(() -> 1, Measured.class), name);
        try {
            assertThat(Writings.beans()).anyMatch(canary::isIn);
        } finally {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        }
    }

    @Test
    void shouldFindItInHeadersAndNamesOfFiles(@TempDir Path directory) throws Exception {
        ConsumerRecord<byte[], byte[]> value = new ConsumerRecord<>("t", 0, 0, null, null);
        value.headers().add("reason", "the key canary-officer differs".getBytes(UTF_8));
        ConsumerRecord<byte[], byte[]> name = new ConsumerRecord<>("t", 0, 0, null, null);
        name.headers().add("canary-officer", null);
        assertThat(Writings.headers(List.of(value, name))).hasSize(2).allMatch(canary::isIn);

        Files.createFile(Files.createDirectory(directory.resolve("state")).resolve("canary-officer.sst"));
        assertThat(Writings.files(directory)).anyMatch(canary::isIn);
    }

    /** Something that is measured. */
    public interface Measured {
        int getCount();
    }
}
