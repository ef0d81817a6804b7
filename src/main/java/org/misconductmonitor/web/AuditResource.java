package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.AuditTrail;
import org.misconductmonitor.topology.AuditBook;
import org.misconductmonitor.topology.AuditEntry;
import org.misconductmonitor.topology.AuditFilter;

/** Who looked at, was sent, or changed what. */
final class AuditResource implements Resource {
    private final AuditTrail audit;
    private final Param<Set<String>> officer = Params.words("officer", "Whose record it was.");
    private final Param<Set<String>> caller = Params.words("caller", "Who did it, or was sent it.");
    private final Param<Set<AuditEntry.Operation>> operation =
            Params.oneOf("operation", "Which of the six.", AuditEntry.Operation.class);
    private final Param<Instant> from = Params.time("from", "At this time or later.");
    private final Param<Instant> to = Params.time("to", "Before this time.");
    private final Param<Integer> limit = Params.limit(500, 100);
    private final Param<List<String>> cursor = Cursor.param(2);

    AuditResource(AuditTrail audit) {
        this.audit = audit;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/audit", "listAudit")
                .needs(Permission.READ_AUDIT)
                .about(
                        "audit",
                        "List who looked at, was sent, or changed what",
                        "The latest first: ids and counts, never content. Asking for it is written down, too. Where much"
                                + " has to be read for few entries a part holds fewer than `limit`: go on with `next`.")
                .takes(officer, caller, operation, from, to, limit, cursor)
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("AuditPage"), this::list));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "AuditPage",
                Schemas.object()
                        .with(
                                "items",
                                Schemas.array(Schemas.ref("AuditEntry"), "The latest first; a part may be empty."))
                        .maybe("next", Schemas.text("The `cursor` of the next part; absent: this is the last."))
                        .maybe(
                                "total",
                                Schemas.integer("How many there are in all; absent where that would take reading on."))
                        .build(),
                "AuditEntry",
                Schemas.object()
                        .with("entryId", Schemas.text("Identity."))
                        .with("operation", Schemas.oneOf(names(AuditEntry.Operation.values())))
                        .with("at", Schemas.time("Wall clock."))
                        .maybe("actor", Schemas.text("Who did it."))
                        .maybe("recipient", Schemas.text("DISCLOSURE: to whom."))
                        .with("tenantId", Schemas.text("The body whose data it was; unknown: of none in particular."))
                        .maybe("officerId", Schemas.text("Whose record it was."))
                        .maybe("resource", Schemas.text("What was touched, such as record or alert."))
                        .maybe("resourceId", Schemas.text("Which one."))
                        .with("records", Schemas.integer("How many."))
                        .maybe(
                                "justification",
                                Schemas.text("The reference that whoever did it gave in " + Trail.REASON + "."))
                        .maybe("request", Schemas.text("Operation of this API."))
                        .with("roles", Schemas.array(Schemas.text(), "Of whoever did it."))
                        .maybe(
                                "outcome",
                                Schemas.oneOf(names(AuditEntry.Outcome.values()))
                                        .put(
                                                "description",
                                                "ASKED: it was about to be done, and other topics say what became of"
                                                        + " it. Absent: it was done."))
                        .build());
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private Reply list(Request request) {
        AuditFilter filter = new AuditFilter(
                request.get(officer),
                request.get(caller),
                request.get(operation),
                request.get(from),
                request.get(to),
                request.caller().reach()::hasTenant);
        AuditBook.Page page = audit.latest(filter, place(request.get(cursor)), request.get(limit));
        request.trail().showsLog(request.get(officer), page.entries().size());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        page.entries().forEach(entry -> items.add(write(entry)));
        if (page.next() != null) {
            json.put("next", Cursor.of(page.next().at().toString(), page.next().entryId()));
        }
        if (page.total() != null) {
            json.put("total", page.total());
        }
        return Reply.json(json);
    }

    private static AuditBook.Place place(List<String> parts) {
        try {
            return parts == null ? null : new AuditBook.Place(Instant.parse(parts.get(0)), parts.get(1));
        } catch (DateTimeException e) {
            throw Cursor.wrong();
        }
    }

    private static ObjectNode write(AuditEntry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("entryId", entry.entryId());
        json.put("operation", entry.operation().name());
        json.put("at", entry.at().toString());
        FactJson.put(json, "actor", entry.actor());
        FactJson.put(json, "recipient", entry.recipient());
        json.put("tenantId", entry.tenantId());
        FactJson.put(json, "officerId", entry.officerId());
        FactJson.put(json, "resource", entry.resource());
        FactJson.put(json, "resourceId", entry.resourceId());
        json.put("records", entry.records());
        FactJson.put(json, "justification", entry.justification());
        FactJson.put(json, "request", entry.request());
        ArrayNode roles = json.putArray("roles");
        entry.roles().forEach(roles::add);
        FactJson.put(json, "outcome", entry.outcome());
        return json;
    }
}
