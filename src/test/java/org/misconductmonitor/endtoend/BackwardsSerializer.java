package org.misconductmonitor.endtoend;

import java.util.Map;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.misconductmonitor.topology.serdes.MonitorAvroSerializer;

/** A serializer that is not ours: its bytes come from the last to the first. */
public final class BackwardsSerializer implements Serializer<IndexedRecord> {
    private final MonitorAvroSerializer forwards = new MonitorAvroSerializer();

    @Override
    public void configure(Map<String, ?> properties, boolean isKey) {
        forwards.configure(properties, isKey);
    }

    @Override
    public byte[] serialize(String topic, IndexedRecord value) {
        return reversed(forwards.serialize(topic, value));
    }

    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
