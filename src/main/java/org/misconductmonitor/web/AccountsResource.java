package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.query.SystemStatus;
import org.misconductmonitor.topology.Accounting;

/** What became of every record read, per topic and publisher, of all instances together. */
final class AccountsResource implements Resource {
    private static final Map<Accounting.Outcome, String> NAMES = Map.of(
            Accounting.Outcome.READ, "read",
            Accounting.Outcome.ACCEPTED, "accepted",
            Accounting.Outcome.DUPLICATE, "duplicate",
            Accounting.Outcome.SUPERSEDED, "superseded",
            Accounting.Outcome.DEAD_LETTERED, "deadLettered",
            Accounting.Outcome.WITH_UNKNOWN_WORDS, "withUnknownWords");

    private final SystemStatus system;
    private final Instances instances;

    AccountsResource(SystemStatus system, Instances instances) {
        this.system = system;
        this.instances = instances;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/system/accounts", "getAccounts")
                .needs(Permission.READ_ACCOUNTS)
                .about(
                        "system",
                        "Account for every record read",
                        "Per topic and publisher: read = accepted + duplicate + superseded + deadLettered. Records being"
                                + " processed at this moment may be read and not yet the others.")
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("Accounts"), this::accounts));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        Schemas.Fields item = Schemas.object()
                .with("topic", Schemas.text("Where the records were read."))
                .with("publisher", Schemas.text("Who published them."));
        for (Accounting.Outcome outcome : Accounting.Outcome.values()) {
            item.with(NAMES.get(outcome), Schemas.integer("Records."));
        }
        item.with("reasons", Schemas.anyObject("Dead letters by reason code."));
        return Map.of(
                "Accounts",
                Schemas.object()
                        .with("items", Schemas.array(item.build(), "In order of topic and publisher."))
                        .build());
    }

    private Reply accounts(Request request) {
        Map<String, ObjectNode> merged = new TreeMap<>();
        for (JsonNode answer : instances.ask(
                request, () -> answer(here(request.caller().reach()).values()))) {
            answer.get("items").forEach(item -> add((ObjectNode) item, merged));
        }
        return Reply.json(answer(merged.values()));
    }

    private static ObjectNode answer(Iterable<ObjectNode> items) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("items");
        items.forEach(array::add);
        return json;
    }

    private Map<String, ObjectNode> here(Reach reach) {
        Map<String, ObjectNode> items = new TreeMap<>();
        system.accounts().forEach((line, count) -> {
            if (!reach.hasPublisher(line.publisher())) {
                return;
            }
            ObjectNode item = items.computeIfAbsent(key(line.topic(), line.publisher()), key -> empty(line));
            String name = NAMES.get(line.outcome());
            item.put(name, item.get(name).asLong() + count);
            if (!line.reason().isEmpty()) {
                item.withObjectProperty("reasons").put(line.reason(), count);
            }
        });
        return items;
    }

    private static ObjectNode empty(Accounting.Line line) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("topic", line.topic()).put("publisher", line.publisher());
        Arrays.stream(Accounting.Outcome.values()).forEach(outcome -> item.put(NAMES.get(outcome), 0L));
        item.putObject("reasons");
        return item;
    }

    private static void add(ObjectNode item, Map<String, ObjectNode> merged) {
        ObjectNode sum = merged.putIfAbsent(
                key(item.get("topic").asText(), item.get("publisher").asText()), item);
        if (sum != null) {
            NAMES.values()
                    .forEach(name -> sum.put(
                            name, sum.get(name).asLong() + item.path(name).asLong()));
            ObjectNode reasons = sum.withObjectProperty("reasons");
            item.path("reasons")
                    .properties()
                    .forEach(reason -> reasons.put(
                            reason.getKey(),
                            reasons.path(reason.getKey()).asLong()
                                    + reason.getValue().asLong()));
        }
    }

    private static String key(String topic, String publisher) {
        return topic + '\n' + publisher;
    }
}
