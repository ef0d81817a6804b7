package org.misconductmonitor.endtoend;

import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.topology.serdes.MonitorAvroDeserializer;

/** The deserializer that goes with {@link BackwardsSerializer}. */
public final class BackwardsDeserializer implements Deserializer<IndexedRecord> {
    private final MonitorAvroDeserializer forwards = new MonitorAvroDeserializer();

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        forwards.configure(properties, isKey);
    }

    @Override
    public IndexedRecord deserialize(String topic, byte[] bytes) {
        return forwards.deserialize(topic, BackwardsSerializer.reversed(bytes));
    }
}
