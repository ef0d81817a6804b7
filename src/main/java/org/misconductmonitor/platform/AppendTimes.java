package org.misconductmonitor.platform;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Tells a {@link ClockSkew} when the cluster appended what the monitor publishes. Kafka makes it by its name. */
public final class AppendTimes implements ProducerInterceptor<byte[], byte[]> {
    /** Property with the {@link ClockSkew} itself. */
    static final String SKEW = "misconduct.clock.skew";
    /** Property with what the names of those topics begin with whose records the cluster stamps. */
    static final String STAMPED = "misconduct.stamped.prefix";

    private ClockSkew skew;
    private String stamped;

    @Override
    public void configure(Map<String, ?> configs) {
        skew = (ClockSkew) configs.get(SKEW);
        stamped = (String) configs.get(STAMPED);
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return record;
    }

    @Override
    public void onAcknowledgement(RecordMetadata metadata, Exception exception) {
        if (exception == null && metadata.hasTimestamp() && metadata.topic().startsWith(stamped)) {
            skew.acknowledged(metadata.timestamp(), System.nanoTime());
        }
    }

    @Override
    public void close() {}
}
