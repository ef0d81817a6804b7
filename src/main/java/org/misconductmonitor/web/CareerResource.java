package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.engine.Career;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;

/** An officer's vetting and postings. */
final class CareerResource implements Resource {
    private static final String TAG = "officers";
    private static final List<Field> PLACE =
            List.of(Field.FORCE, Field.UNIT, Field.RANK, Field.ROLE, Field.SUPERVISOR_ID, Field.PERSON_KIND);

    private final OfficerHolder holder;

    CareerResource(OfficerHolder holder) {
        this.holder = holder;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/officers/{officerId}/vetting", "getOfficerVetting")
                        .needs(Permission.READ_RECORDS)
                        .about(
                                TAG,
                                "Get an officer's vetting",
                                "The clearance that holds, and every fact of the vetting feed.")
                        .takes(OfficerHolder.OFFICER)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Vetting"), request -> holder.answer(request, CareerResource::vetting)),
                Operation.get("/api/v1/officers/{officerId}/postings", "getOfficerPostings")
                        .needs(Permission.READ_RECORDS)
                        .about(
                                TAG,
                                "Get where an officer has served",
                                "With suspensions and restrictions, in order of time.")
                        .takes(OfficerHolder.OFFICER)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Postings"), request -> holder.answer(request, CareerResource::postings)));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        Schemas.Fields posting = Schemas.object()
                .with("from", Schemas.time("Inclusive."))
                .maybe("until", Schemas.time("Exclusive; absent: it goes on."));
        PLACE.forEach(field -> posting.maybe(field.jsonName(), Schemas.text("As the event schemas have it.")));
        return Map.of(
                "Vetting",
                Schemas.object()
                        .maybe("current", clearance())
                        .with("facts", Schemas.array(Schemas.ref("Fact"), "Of the vetting feed, in order of time."))
                        .build(),
                "Postings",
                Schemas.object()
                        .with("postings", Schemas.array(posting.build(), "In order of time."))
                        .with(
                                "measures",
                                Schemas.array(
                                        Schemas.object()
                                                .maybe("measure", Schemas.text("SUSPENSION or RESTRICTION."))
                                                .with("from", Schemas.time("Inclusive."))
                                                .maybe("until", Schemas.time("Exclusive; absent: it goes on."))
                                                .build(),
                                        "In order of their start."))
                        .build());
    }

    private static ObjectNode clearance() {
        return Schemas.object()
                .with("status", Schemas.oneOf(List.of("GRANTED", "REFUSED", "EXPIRED", "WITHDRAWN", "LAPSED")))
                .with("since", Schemas.time("Of the fact that says so."))
                .maybe("clearance", Schemas.text("Its level."))
                .maybe("expiresAt", Schemas.time("When it ends."))
                .maybe("conditions", Schemas.text("It was granted with."))
                .build();
    }

    private static Reply vetting(RecordView view) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Career.Clearance clearance = Career.clearance(view);
        if (clearance != null) {
            ObjectNode current = json.putObject("current")
                    .put("status", clearance.status())
                    .put("since", clearance.since().toString());
            FactJson.put(current, "clearance", clearance.clearance());
            FactJson.put(current, "expiresAt", clearance.expiresAt());
            FactJson.put(current, "conditions", clearance.conditions());
        }
        ArrayNode facts = json.putArray("facts");
        view.facts().stream()
                .filter(fact -> fact.type().feed() == Feed.VETTING)
                .forEach(fact -> facts.add(FactJson.write(fact)));
        return Reply.json(json);
    }

    private static Reply postings(RecordView view) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode postings = json.putArray("postings");
        for (Career.Posting posting : Career.postings(view)) {
            ObjectNode item = postings.addObject().put("from", posting.from().toString());
            FactJson.put(item, "until", posting.until());
            PLACE.forEach(field ->
                    FactJson.put(item, field.jsonName(), posting.place().get(field)));
        }
        ArrayNode measures = json.putArray("measures");
        for (Career.Measure measure : Career.measures(view)) {
            ObjectNode item = measures.addObject();
            FactJson.put(item, "measure", measure.measure());
            item.put("from", measure.from().toString());
            FactJson.put(item, "until", measure.until());
        }
        return Reply.json(json);
    }
}
