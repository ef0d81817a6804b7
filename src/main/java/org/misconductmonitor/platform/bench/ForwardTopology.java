package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;

/** The peer: reads what the monitor reads, decodes it and passes it on. Nothing that decodes can do less. */
final class ForwardTopology {
    private ForwardTopology() {}

    static Topology build(List<String> sources, String sink, Supplier<ConfiguredSerdes> serdes) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Topology topology = new Topology();
        topology.addSource("source", bytes, bytes, sources.toArray(String[]::new));
        topology.addProcessor("decode", () -> new Decode(serdes.get().deserializer()), "source");
        topology.addSink("sink", sink, new ByteArraySerializer(), serdes.get().serializer(), "decode");
        return topology;
    }

    private static final class Decode implements Processor<byte[], byte[], byte[], Object> {
        private final Deserializer<Object> deserializer;
        private ProcessorContext<byte[], Object> context;

        Decode(Deserializer<Object> deserializer) {
            this.deserializer = deserializer;
        }

        @Override
        public void init(ProcessorContext<byte[], Object> processorContext) {
            context = processorContext;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            String topic = context.recordMetadata().orElseThrow().topic();
            Object decoded = deserializer.deserialize(topic, record.headers(), record.value());
            context.forward(record.withValue(decoded));
        }

        @Override
        public void close() {
            deserializer.close();
        }
    }
}
