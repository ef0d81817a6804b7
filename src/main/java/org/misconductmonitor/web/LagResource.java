package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.SystemStatus;

/** How far processing is behind, per partition, of all instances together. */
final class LagResource implements Resource {
    private final SystemStatus system;
    private final Instances instances;

    LagResource(SystemStatus system, Instances instances) {
        this.system = system;
        this.instances = instances;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/system/lag", "getLag")
                .needs(Permission.READ_SYSTEM)
                .about("system", "Get the lag of each partition", "And which instance processes it.")
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("Lag"), this::lag));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "Lag",
                Schemas.object()
                        .with(
                                "items",
                                Schemas.array(
                                        Schemas.object()
                                                .with("instance", Schemas.text("Where it is reached."))
                                                .with("topic", Schemas.text("A topic that is read."))
                                                .with("partition", Schemas.integer("Of the topic."))
                                                .maybe("committed", Schemas.integer("Offset that comes next."))
                                                .maybe("end", Schemas.integer("Offset behind the last record."))
                                                .maybe(
                                                        "lag",
                                                        Schemas.integer(
                                                                "Records and transaction marks not processed yet."))
                                                .build(),
                                        "By instance, topic and partition."))
                        .build());
    }

    private Reply lag(Request request) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        for (JsonNode answer : instances.ask(request, this::here)) {
            answer.get("items").forEach(items::add);
        }
        return Reply.json(json);
    }

    private ObjectNode here() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        for (SystemStatus.PartitionLag lag : system.lag()) {
            ObjectNode item = items.addObject()
                    .put("instance", system.own().toString())
                    .put("topic", lag.topic())
                    .put("partition", lag.partition());
            putKnown(item, "committed", lag.committed());
            putKnown(item, "end", lag.end());
            putKnown(item, "lag", lag.lag());
        }
        return json;
    }

    private static void putKnown(ObjectNode item, String name, Long value) {
        if (value != null) {
            item.put(name, value);
        }
    }
}
