package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.topology.MisconductTopology;
import org.misconductmonitor.topology.TopicAdmin;

/** Stopped in the middle of old, corrected, disordered records, on a broker that forgets whatever it may. */
@ExtendWith(SharedPlatform.class)
class RestartTest {
    private static final Map<String, String> SMALL_SEGMENTS = Map.of(
            "kafka.topic.segment.ms", "500",
            "kafka.topic.segment.bytes", "1048576",
            "kafka.topic.min.cleanable.dirty.ratio", "0.01");

    @TempDir
    private Path directory;

    @Test
    void shouldSayWhatAnUninterruptedRunSays(EmbeddedPlatform platform) throws Exception {
        RuleSet rules = Stories.rules("every-allegation.yaml");
        List<Event> events = Corrected.golden();
        try (RunningMonitor running = RunningMonitor.start(platform, directory, rules, SMALL_SEGMENTS)) {
            Site site = running.site();
            site.publish(events);
            awaitRead(site, events.size() / 3);
            running.restart();
            awaitRead(site, events.size() * 2 / 3);
            assertRetentionStrikes(site);
            running.restartWithoutState();
            running.awaitProcessed();

            Engine uninterrupted = new Engine(rules, events);
            uninterrupted.assertSameTransitions(site);
            uninterrupted.assertSameStanding(site);
            Books.assertBalanced(running);
            assertInternalTopicsKeepEverything(site);

            running.restartWithoutState();
            uninterrupted.assertSameTransitions(site);
            Books.assertBalanced(running);
        }
    }

    private static void awaitRead(Site site, int count) {
        try (Offsets offsets = new Offsets(site)) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(offsets::committedTotal, read -> read > count);
        }
    }

    private static void assertInternalTopicsKeepEverything(Site site) throws ExecutionException, InterruptedException {
        String application = site.config().applicationId();
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            Set<String> names = admin.listTopics().names().get();
            assertThat(names)
                    .filteredOn(name -> name.startsWith(application + "-"))
                    .containsExactlyInAnyOrderElementsOf(
                            MisconductTopology.stores(Monitor.topology(site.config(), RuleSet.NONE)).stream()
                                    .map(store -> application + "-" + store + "-changelog")
                                    .toList());
            TopicAdmin topics = new TopicAdmin(
                    admin,
                    site.config().bootstrapServers(),
                    false,
                    site.config().topics().catalog());
            assertThat(topics.check(application)).isEmpty();
        }
    }

    /** A topic that nobody told to keep its records has lost them by now: the test would notice one of ours. */
    private static void assertRetentionStrikes(Site site) throws ExecutionException, InterruptedException, IOException {
        TopicPartition forgetful = new TopicPartition(site.config().applicationId() + ".forgetful", 0);
        Map<String, Object> properties = ClientProperties.producer(site.config());
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()));
                KafkaProducer<String, String> producer =
                        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(forgetful.topic(), 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(forgetful.topic(), "k", "v")).get();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> admin.listOffsets(Map.of(forgetful, OffsetSpec.earliest()))
                                    .partitionResult(forgetful)
                                    .get()
                                    .offset()
                            == 1);
        }
    }
}
