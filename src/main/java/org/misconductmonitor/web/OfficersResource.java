package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Field;

/** Officers: what their record says, and every fact of it. */
final class OfficersResource implements Resource {
    private static final String TAG = "officers";

    private final OfficerHolder holder;
    private final Param<Instant> from = Params.time("from", "Only facts of this time or later.");
    private final Param<Instant> until = Params.time("until", "Only facts before this time.");
    private final Param<Set<String>> type = Params.words("type", "Type of the fact, such as RECORDED.");
    private final Param<Integer> limit = Params.limit(500, 100);
    private final Param<List<String>> cursor = Cursor.param(2);

    OfficersResource(OfficerHolder holder) {
        this.holder = holder;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/officers/{officerId}", "getOfficer")
                        .needs(Permission.READ_RECORDS)
                        .about(
                                TAG,
                                "Get an officer's record in short",
                                "As the facts known now say, corrections and all.")
                        .takes(OfficerHolder.OFFICER)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(
                                Schemas.ref("Officer"),
                                request -> holder.answerWithheld(request, OfficersResource::record)),
                Operation.get("/api/v1/officers/{officerId}/timeline", "getOfficerTimeline")
                        .needs(Permission.READ_RECORDS)
                        .about(
                                TAG,
                                "List every fact of an officer",
                                "The latest first, by the business time of each, with what becomes of it.")
                        .takes(OfficerHolder.OFFICER, from, until, type, limit, cursor)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(
                                Schemas.ref("FactPage"),
                                request -> holder.answerWithheld(request, sight -> timeline(request, sight))));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "Fact", FactJson.schema(),
                "FactPage",
                        AlertSchemas.page("Fact", "The latest first.")
                                .maybe(
                                        "confidential",
                                        Schemas.array(
                                                Schemas.object()
                                                        .with("month", Schemas.text("Such as 2024-03, UTC."))
                                                        .with("facts", Schemas.integer("How many, never 0."))
                                                        .build(),
                                                "Facts that whoever asks may not read, of every type: only that there"
                                                        + " are any, by month. `from` and `until` choose whole months."))
                                .build(),
                "Officer",
                        Schemas.object()
                                .with("officerId", Schemas.text("The officer."))
                                .with("facts", Schemas.integer("How many facts are known."))
                                .with("counting", Schemas.integer("How many of them count."))
                                .with("allegations", Schemas.integer("Different officer-allegations that count."))
                                .with("cases", Schemas.integer("Different cases that count."))
                                .maybe("confidential", Schemas.integer("How many more whoever asks may not read."))
                                .maybe("firstAt", Schemas.time("Business time of the earliest fact."))
                                .maybe("lastAt", Schemas.time("Business time of the latest fact."))
                                .maybe("force", Schemas.text("As the latest fact that names one says."))
                                .maybe("unit", Schemas.text("As the latest fact that names one says."))
                                .maybe("rank", Schemas.text("As the latest fact that names one says."))
                                .maybe("personKind", Schemas.text("As the latest fact that names one says."))
                                .build());
    }

    private static Reply record(RecordSight sight) {
        RecordView view = sight.view();
        List<RecordView.Fact> facts = view.facts();
        List<RecordView.Fact> counting = view.counting();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("officerId", view.subject().id());
        json.put("facts", facts.size());
        json.put("counting", counting.size());
        json.put("allegations", distinct(counting, Field.ALLEGATION_ID));
        json.put("cases", distinct(counting, Field.CASE_ID));
        if (!sight.confidential().isEmpty()) {
            json.put(
                    "confidential",
                    sight.confidential().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        }
        if (!facts.isEmpty()) {
            json.put("firstAt", facts.get(0).at().toString());
            json.put("lastAt", facts.get(facts.size() - 1).at().toString());
        }
        for (Field field : List.of(Field.FORCE, Field.UNIT, Field.RANK, Field.PERSON_KIND)) {
            FactJson.put(json, field.jsonName(), latest(counting, field));
        }
        return Reply.json(json);
    }

    private static int distinct(List<RecordView.Fact> facts, Field field) {
        return (int) facts.stream()
                .map(fact -> fact.seen().get(field))
                .filter(value -> value != null)
                .distinct()
                .count();
    }

    private static Object latest(List<RecordView.Fact> facts, Field field) {
        Object latest = null;
        for (RecordView.Fact fact : facts) {
            Object value = fact.seen().get(field);
            latest = value == null ? latest : value;
        }
        return latest;
    }

    private Reply timeline(Request request, RecordSight sight) {
        List<RecordView.Fact> chosen = new ArrayList<>(sight.view().facts().stream()
                .filter(fact -> request.get(from) == null || !fact.at().isBefore(request.get(from)))
                .filter(fact -> request.get(until) == null || fact.at().isBefore(request.get(until)))
                .filter(fact -> request.get(type).isEmpty()
                        || request.get(type)
                                .contains(String.valueOf(fact.event().get(Field.EVENT_TYPE))))
                .toList());
        Collections.reverse(chosen);
        FactPlace after = FactPlace.of(request.get(cursor));
        List<RecordView.Fact> rest = chosen.stream()
                .filter(fact -> after == null || after.isBefore(fact))
                .toList();
        List<RecordView.Fact> shown = rest.subList(0, Math.min(request.get(limit), rest.size()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        shown.forEach(fact -> items.add(FactJson.write(fact)));
        if (shown.size() < rest.size()) {
            json.put("next", FactPlace.of(shown.get(shown.size() - 1)).cursor());
        }
        json.put("total", chosen.size());
        addConfidential(request, sight, json);
        return Reply.json(json);
    }

    /** Neither time nor type may be found out by asking for less and less. */
    private void addConfidential(Request request, RecordSight sight, ObjectNode json) {
        if (sight.confidential().isEmpty()) {
            return;
        }
        ArrayNode months = json.putArray("confidential");
        sight.confidential().forEach((month, facts) -> {
            Instant start = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if ((request.get(from) == null || !start.isBefore(request.get(from)))
                    && (request.get(until) == null || start.isBefore(request.get(until)))) {
                months.addObject().put("month", month.toString()).put("facts", facts);
            }
        });
    }
}
