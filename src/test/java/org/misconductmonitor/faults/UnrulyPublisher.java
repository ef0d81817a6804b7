package org.misconductmonitor.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.misconductmonitor.endtoend.Site;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.topology.ClusterException;
import org.misconductmonitor.topology.EventAvro;
import org.misconductmonitor.topology.MonitorTopic;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/**
 * Goes on publishing whatever happens: not idempotent, so that a broker that restarts gets records twice and in another
 * order; sends again what may have failed; mixes in garbage; and puts every tenth batch into a transaction, of which it
 * gives up some.
 */
final class UnrulyPublisher implements AutoCloseable {
    private static final int BATCH = 20;
    private static final int IN_TRANSACTION = 10;
    private static final int GARBAGE_PER_MILLE = 2;
    private static final int ATTEMPTS = 5;

    private final Site site;
    private final Happenings happenings;
    private final Random random;
    private final long pauseNanos;
    private final BooleanSupplier goesOn;
    private final ConfiguredSerdes serdes;
    private final EventAvro avro = new EventAvro();
    private final ConcurrentLinkedQueue<ProducerRecord<String, byte[]>> failed = new ConcurrentLinkedQueue<>();
    private final AtomicInteger published = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "unruly-publisher");
    private volatile RuntimeException failure;

    /** @param goesOn whether to publish the next batch now */
    UnrulyPublisher(Site site, Happenings happenings, long seed, int eventsPerSecond, BooleanSupplier goesOn) {
        this.goesOn = goesOn;
        this.site = site;
        this.happenings = happenings;
        this.random = new Random(seed);
        this.pauseNanos = 1_000_000_000L * BATCH / eventsPerSecond;
        this.serdes = site.serdes();
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** How many events it has sent so far, repetitions not counted. */
    int published() {
        if (failure != null) {
            throw failure;
        }
        return published.get();
    }

    /** Returns when everything has reached the brokers. */
    @Override
    public void close() {
        stopping.set(true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void run() {
        Map<String, Object> properties = new HashMap<>(ClientProperties.producer(site.config()));
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
            for (int batch = 1; !stopping.get(); ) {
                if (goesOn.getAsBoolean()) {
                    publish(producer, batch++);
                }
                LockSupport.parkNanos(pauseNanos);
            }
            do {
                sendAgain(producer);
                producer.flush();
            } while (!failed.isEmpty());
            // Ends the transaction that a restart of the broker may have left open: it would hide what lies behind it.
            boolean ended = false;
            for (int attempt = 0; attempt < ATTEMPTS && !ended; attempt++) {
                ended = inTransaction(List.of(), true);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void publish(KafkaProducer<String, byte[]> producer, int batch) {
        sendAgain(producer);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            events.add(happenings.next());
            records.add(record(events.get(i)));
        }
        boolean known = batch % IN_TRANSACTION == 0 && inTransaction(events, random.nextInt(3) > 0);
        if (!known || random.nextInt(3) == 0) {
            records.forEach(record -> send(producer, record));
        }
        published.addAndGet(BATCH);
    }

    /** @return whether the events are committed for certain */
    private boolean inTransaction(List<Event> events, boolean commit) {
        try (Publisher publisher = new Publisher(
                site.config().topics().catalog(),
                ClientProperties.producer(site.config()),
                serdes,
                "transactions-of-" + site.config().applicationId())) {
            events.forEach(publisher::publish);
            if (commit) {
                publisher.commit();
            }
            return commit;
        } catch (KafkaException | ClusterException e) {
            return false;
        }
    }

    private void sendAgain(KafkaProducer<String, byte[]> producer) {
        for (ProducerRecord<String, byte[]> record = failed.poll(); record != null; record = failed.poll()) {
            send(producer, record);
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record, (metadata, exception) -> {
                if (exception != null) {
                    failed.add(record);
                }
            });
        } catch (KafkaException e) {
            failed.add(record);
        }
    }

    private ProducerRecord<String, byte[]> record(Event event) {
        String topic = site.topic(EventAvro.topic(event.type().feed()));
        String key = EventCheck.expectedKey(event);
        boolean garbage = random.nextInt(1000) < GARBAGE_PER_MILLE;
        byte[] value = garbage ? new byte[] {1, 2, 3} : serdes.serializer().serialize(topic, avro.write(event));
        return new ProducerRecord<>(garbage ? site.topic(MonitorTopic.ALLEGATIONS) : topic, key, value);
    }
}
