package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.query.SystemStatus;
import org.misconductmonitor.topology.Accounting;
import org.misconductmonitor.topology.Tally;

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
                                + " processed at this moment may be read and not yet the others. The chain of a"
                                + " partition is the SHA-256 of the chain before (at first 32 zero bytes), the offset of"
                                + " the record read last (8 bytes, the highest first), its key and its value, each as"
                                + " length (4 bytes, -1 for none) and bytes. Compute it again over the publisher's"
                                + " committed records of the input topic: if it is the same, none was lost, taken twice"
                                + " or in another order, or changed since.")
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("Accounts"), this::accounts));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        Schemas.Fields item = counts(Schemas.object()
                        .with("topic", Schemas.text("Where the records were read."))
                        .with(
                                "publisher",
                                Schemas.text(
                                        "Who published them; `others` are those who came when the topic had 10,000.")))
                .with("reasons", Schemas.anyObject("Dead letters by reason code."));
        Schemas.Fields part = counts(Schemas.object().with("partition", Schemas.integer("Partition of the topic.")))
                .with("chain", Schemas.text("Chain over the records read, in hexadecimal digits."));
        item.with("partitions", Schemas.array(part.build(), "The same of each partition by itself."));
        return Map.of(
                "Accounts",
                Schemas.object()
                        .with("items", Schemas.array(item.build(), "In order of topic and publisher."))
                        .build());
    }

    private static Schemas.Fields counts(Schemas.Fields fields) {
        for (Accounting.Outcome outcome : Accounting.Outcome.values()) {
            fields.with(NAMES.get(outcome), Schemas.integer("Records."));
        }
        return fields;
    }

    private Reply accounts(Request request) {
        Map<String, ObjectNode> merged = new TreeMap<>();
        for (JsonNode answer : instances.ask(
                request, () -> answer(here(request.caller().reach()).values()))) {
            answer.get("items").forEach(item -> add((ObjectNode) item, merged));
        }
        merged.values().forEach(AccountsResource::sort);
        return Reply.json(answer(merged.values()));
    }

    /** Every instance answers the same, whichever partitions are its own. */
    private static void sort(ObjectNode item) {
        List<JsonNode> parts = new ArrayList<>();
        item.withArrayProperty("partitions").forEach(parts::add);
        parts.sort(Comparator.comparingInt(part -> part.get("partition").asInt()));
        item.putArray("partitions").addAll(parts);
    }

    private static ObjectNode answer(Iterable<ObjectNode> items) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("items");
        items.forEach(array::add);
        return json;
    }

    private Map<String, ObjectNode> here(Reach reach) {
        Map<String, ObjectNode> items = new TreeMap<>();
        system.tallies()
                .forEach((partition, lines) -> lines.forEach((line, tally) -> {
                    if (reach.hasPublisher(line.publisher())) {
                        tell(
                                items.computeIfAbsent(key(line.topic(), line.publisher()), key -> empty(line)),
                                partition,
                                line,
                                tally);
                    }
                }));
        return items;
    }

    private static void tell(ObjectNode item, int partition, Accounting.Line line, Tally tally) {
        ObjectNode part = part(item, partition);
        count(item, line, tally);
        count(part, line, tally);
        if (tally.chain() != null) {
            part.put("chain", tally.chainText());
        }
        if (!line.reason().isEmpty()) {
            ObjectNode reasons = item.withObjectProperty("reasons");
            reasons.put(line.reason(), reasons.path(line.reason()).asLong() + tally.count());
        }
    }

    private static ObjectNode part(ObjectNode item, int partition) {
        ArrayNode parts = item.withArrayProperty("partitions");
        for (JsonNode part : parts) {
            if (part.get("partition").asInt() == partition) {
                return (ObjectNode) part;
            }
        }
        return nothing(parts.addObject().put("partition", partition));
    }

    private static void count(ObjectNode counts, Accounting.Line line, Tally tally) {
        String name = NAMES.get(line.outcome());
        counts.put(name, counts.get(name).asLong() + tally.count());
    }

    private static ObjectNode empty(Accounting.Line line) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        nothing(item.put("topic", line.topic()).put("publisher", line.publisher()));
        item.putObject("reasons");
        item.putArray("partitions");
        return item;
    }

    private static ObjectNode nothing(ObjectNode counts) {
        Arrays.stream(Accounting.Outcome.values()).forEach(outcome -> counts.put(NAMES.get(outcome), 0L));
        return counts;
    }

    private static void add(ObjectNode item, Map<String, ObjectNode> merged) {
        ObjectNode sum = merged.putIfAbsent(
                key(item.get("topic").asText(), item.get("publisher").asText()), item);
        if (sum != null) {
            NAMES.values().forEach(name -> addNumber(name, item, sum));
            ObjectNode reasons = sum.withObjectProperty("reasons");
            item.path("reasons").fieldNames().forEachRemaining(name -> addNumber(name, item.get("reasons"), reasons));
            // Absent from an instance of an earlier release.
            item.path("partitions").forEach(sum.withArrayProperty("partitions")::add);
        }
    }

    private static void addNumber(String name, JsonNode from, ObjectNode to) {
        to.put(name, to.path(name).asLong() + from.path(name).asLong());
    }

    private static String key(String topic, String publisher) {
        return topic + '\n' + publisher;
    }
}
