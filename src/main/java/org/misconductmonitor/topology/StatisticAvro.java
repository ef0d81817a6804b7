package org.misconductmonitor.topology;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.misconductmonitor.statistics.CountKey;

/** Published counts as Avro records, and their keys. */
final class StatisticAvro {
    private final Schema schema = TopicSchemas.of(MonitorTopic.STATISTICS);

    /** The dimensions as a JSON array in the order of the schema, with null for all: two counts never share a key. */
    static String key(CountKey of) {
        ArrayNode key = JsonNodeFactory.instance.arrayNode();
        key.add(of.tenantId()).add(of.measure()).add(of.force()).add(of.period());
        return key.add(of.category()).add(of.group()).add(of.outcome()).toString();
    }

    IndexedRecord write(CountKey of, long count, Instant asOf) {
        GenericData.Record record = new GenericData.Record(schema);
        record.put("tenantId", of.tenantId());
        record.put("measure", of.measure());
        record.put("force", of.force());
        record.put("period", of.period());
        record.put("category", of.category());
        record.put("group", of.group());
        record.put("outcome", of.outcome());
        record.put("count", count);
        record.put("asOf", EventAvro.micros(asOf));
        return record;
    }

    /** The count itself: the key says what it is of. */
    long count(IndexedRecord record) {
        return new AvroFields(record).requiredWhole("count");
    }
}
