package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.engine.PeerStanding;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.query.OfficerPeers;
import org.misconductmonitor.query.Whereabouts;

/**
 * How an officer compares with peers. Who are the officer's tenants is known where the record is; the peers are where the
 * tenant is: that may be a third instance.
 */
final class PeersResource implements Resource {
    private static final Param<String> POPULATION = Params.text(
            "population", "The tenant whose officers are meant. Only instances of the monitor ask each other so.");

    private final ObjectMapper mapper = new ObjectMapper();
    private final OfficerHolder holder;
    private final OfficerPeers peers;
    private final Forwarding forwarding;

    PeersResource(OfficerHolder holder, OfficerPeers peers, Forwarding forwarding) {
        this.holder = holder;
        this.peers = peers;
        this.forwarding = forwarding;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/officers/{officerId}/peers", "getOfficerPeers")
                .needs(Permission.READ_RECORDS)
                .about(
                        "officers",
                        "Compare an officer with peers",
                        "As each rule in force on peers does, at the end of the day of the latest fact of the officer's"
                                + " tenant. Facts of the last seconds may be missing. Nothing is said where it is not"
                                + " known whose peer the officer is, or the officer has left.")
                .takes(OfficerHolder.OFFICER, POPULATION)
                .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                .json(Schemas.ref("PeerList"), this::answer));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "PeerList",
                Schemas.object()
                        .with("items", Schemas.array(Schemas.ref("PeerStanding"), "One a tenant and rule."))
                        .build(),
                "PeerStanding",
                Schemas.object()
                        .with("ruleId", Schemas.text("The rule that compares."))
                        .with("title", Schemas.text("What it is called."))
                        .with("tenantId", Schemas.text("The tenant whose officers they are."))
                        .with("at", Schemas.time("When they are compared: the midnight that ends a day."))
                        .with("counts", Schemas.text("What is counted, such as allegations."))
                        .with("window", Schemas.text("How far back, such as 12 months."))
                        .with("count", Schemas.integer("Of the officer."))
                        .with("floor", Schemas.integer("No level is reached with less."))
                        .with("group", Schemas.text("What the peers have in common."))
                        .with("size", Schemas.integer("How many they are, the officer included."))
                        .with("leastSize", Schemas.integer("With fewer nobody is compared."))
                        .maybe(
                                "percentile",
                                Schemas.number("Share of them that have less, 0 to 100. Absent: they are too few."))
                        .with(
                                "levels",
                                Schemas.array(
                                        Schemas.object()
                                                .with("level", Schemas.text("Its name."))
                                                .with("percentile", Schemas.integer("That the count must be above."))
                                                .with("count", Schemas.integer("The least that is enough now."))
                                                .build(),
                                        "Rising; none where they are too few."))
                        .build());
    }

    private Reply answer(Request request) {
        String population = request.get(POPULATION);
        if (population == null) {
            return holder.answer(request, view -> {
                List<String> tenants = view.facts().stream()
                        .map(fact -> fact.event().tenantId())
                        .filter(tenant -> mayCompare(request, tenant))
                        .distinct()
                        .sorted()
                        .toList();
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                tenants.forEach(tenant -> items.addAll(ofTenant(request, tenant)));
                return reply(items);
            });
        }
        if (!mayCompare(request, population)) {
            return reply(JsonNodeFactory.instance.arrayNode());
        }
        if (request.header(Forwarding.HEADER) == null) {
            throw ProblemException.parameters(List.of(new ProblemException.Error(
                    POPULATION.name(), POPULATION.name() + " must be left out: only instances ask each other so")));
        }
        Subject tenant = Subject.ofTenant(population);
        if (peers.whereabouts(tenant) instanceof Whereabouts.Here here) {
            return reply(here(request, tenant, here));
        }
        throw ProblemException.unavailable("partitions are moving between instances", 1);
    }

    /** What is said of an officer among peers is made of facts of all forces of the tenant. */
    private static boolean mayCompare(Request request, String tenantId) {
        return request.caller().reach().hasTenant(tenantId)
                && request.caller().reach().forces().all();
    }

    private ArrayNode ofTenant(Request request, String tenantId) {
        Subject tenant = Subject.ofTenant(tenantId);
        Whereabouts whereabouts = peers.whereabouts(tenant);
        return whereabouts instanceof Whereabouts.There there
                ? there(request, tenantId, there)
                : here(request, tenant, (Whereabouts.Here) whereabouts);
    }

    private ArrayNode there(Request request, String tenantId, Whereabouts.There there) {
        String target =
                request.path() + "?" + POPULATION.name() + "=" + URLEncoder.encode(tenantId, StandardCharsets.UTF_8);
        Reply reply = forwarding.ask(request, there.host(), there.port(), target);
        try {
            JsonNode items =
                    reply.status() == 200 ? mapper.readTree(reply.body()).get("items") : null;
            if (items instanceof ArrayNode array) {
                return array;
            }
        } catch (IOException e) {
            throw ProblemException.unavailable("the instance that holds the tenant does not answer as it should", 5);
        }
        throw ProblemException.unavailable("the instance that holds the tenant cannot tell now", 2);
    }

    private ArrayNode here(Request request, Subject tenant, Whereabouts.Here here) {
        request.trail().shows(tenant.id(), request.get(OfficerHolder.OFFICER), 0);
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        peers.standings(request.get(OfficerHolder.OFFICER), tenant, here, request.caller())
                .forEach(standing -> items.add(write(standing, tenant.id())));
        return items;
    }

    private static Reply reply(ArrayNode items) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("items", items);
        return Reply.json(json);
    }

    private static ObjectNode write(PeerStanding standing, String tenantId) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ruleId", standing.rule().id());
        json.put("title", standing.rule().title());
        json.put("tenantId", tenantId);
        json.put("at", standing.at().toString());
        json.put("counts", standing.condition().count().word());
        json.put("window", standing.condition().window().inWords());
        json.put("count", standing.count());
        json.put("floor", standing.condition().floor());
        json.put("group", standing.peers().group());
        json.put("size", standing.peers().size());
        json.put("leastSize", standing.condition().group());
        if (!standing.marks().isEmpty()) {
            json.put("percentile", standing.peers().percentile());
        }
        ArrayNode levels = json.putArray("levels");
        standing.marks().forEach(mark -> levels.addObject()
                .put("level", mark.level())
                .put("percentile", mark.percentile())
                .put("count", mark.count()));
        return json;
    }
}
