package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.engine.RecordCounts;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.CountingKey;

/** How much was recorded of an officer, by period and by group or category. */
final class CountsResource implements Resource {
    private final OfficerHolder holder;
    private final Param<Instant> from = Params.time("from", "Recorded at this time or later.");
    private final Param<Instant> until = Params.time("until", "Recorded before this time.");
    private final Param<Field> by = Params.choice(
            "by",
            "What to tell apart by.",
            List.of("group", "category", "force", "unit"),
            word -> Field.named(word).orElseThrow(),
            "group");
    private final Param<RecordCounts.Period> period = Params.choice(
            "period",
            "Calendar periods, UTC.",
            List.of("year", "month"),
            word -> word.equals("year") ? RecordCounts.Period.YEAR : RecordCounts.Period.MONTH,
            "year");
    private final Param<CountingKey> count = Params.choice(
            "count",
            "What is counted: these are three counts and never mixed.",
            List.of("allegations", "cases", "complainants"),
            word -> CountingKey.valueOf(word.toUpperCase(Locale.ROOT)),
            "allegations");

    CountsResource(OfficerHolder holder) {
        this.holder = holder;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/officers/{officerId}/counts", "countOfficer")
                .needs(Permission.READ_RECORDS)
                .about(
                        "officers",
                        "Count what was recorded of an officer",
                        "Different allegations, cases or complainants of RECORDED facts that count, as corrected. One"
                                + " that was recorded in two periods is counted in both.")
                .takes(OfficerHolder.OFFICER, by, period, count, from, until)
                .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                .json(Schemas.ref("Counts"), request -> holder.answer(request, view -> counts(request, view))));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "Counts",
                Schemas.object()
                        .with(
                                "rows",
                                Schemas.array(
                                        Schemas.object()
                                                .with("period", Schemas.text("Such as 2024 or 2024-03."))
                                                .maybe("value", Schemas.text("Absent: those that have none."))
                                                .with("count", Schemas.integer("Never 0."))
                                                .build(),
                                        "In order of period and value."))
                        .build());
    }

    private Reply counts(Request request, RecordView view) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = json.putArray("rows");
        for (RecordCounts.Row row : RecordCounts.of(
                view,
                request.get(by),
                request.get(count),
                request.get(period),
                request.get(from),
                request.get(until))) {
            ObjectNode item = rows.addObject().put("period", row.period());
            FactJson.put(item, "value", row.value());
            item.put("count", row.count());
        }
        return Reply.json(json);
    }
}
