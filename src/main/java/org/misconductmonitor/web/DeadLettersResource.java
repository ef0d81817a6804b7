package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.query.DeadLetterList;

/** What could not be processed, without what it holds. */
final class DeadLettersResource implements Resource {
    private final DeadLetterList letters;
    private final Param<Set<Rejection.Reason>> reason =
            Params.oneOf("reason", "Why it could not be processed.", Rejection.Reason.class);
    private final Param<Boolean> replayed =
            Params.flag("replayed", "true: only those published again since; false: only those that were not.");
    private final Param<Set<String>> publisher = Params.words("publisher", "Who published it.");
    private final Param<Set<String>> topic = Params.words("topic", "Where the record is.");
    private final Param<Integer> limit = Params.limit(500, 50);
    private final Param<List<String>> cursor = Cursor.param(1);

    DeadLettersResource(DeadLetterList letters) {
        this.letters = letters;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/system/dead-letters", "listDeadLetters")
                .needs(Permission.READ_ACCOUNTS)
                .about(
                        "system",
                        "List what could not be processed",
                        "The newest first, without what it holds: that may be about people. `dead-letters list --content`"
                                + " shows it.")
                .takes(reason, replayed, publisher, topic, limit, cursor)
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("DeadLetterPage"), this::list));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "DeadLetterPage",
                AlertSchemas.page("DeadLetter", "The newest first.").build(),
                "DeadLetter",
                Schemas.object()
                        .with(
                                "letter",
                                Schemas.text("Where it is in the dead-letter topic, as the command line names it."))
                        .with("ingestedAt", Schemas.time("Ingestion time of the record."))
                        .with("reason", Schemas.text("Code, such as FUTURE_DATE."))
                        .with("meaning", Schemas.text("What the code means."))
                        .maybe("field", Schemas.text("The field that is wrong."))
                        .with("topic", Schemas.text("Where the record is."))
                        .with("partition", Schemas.integer("Where the record is."))
                        .with("offset", Schemas.integer("Where the record is."))
                        .with("publisher", Schemas.text("Who published it; unknown if it could not be read."))
                        .with("replayed", Schemas.flag("Whether it was published again since."))
                        .build());
    }

    private Reply list(Request request) {
        List<DeadLetterList.Letter> chosen = letters.all().stream()
                .filter(letter -> request.caller().reach().hasPublisher(letter.publisher()))
                .filter(letter -> request.get(reason).isEmpty()
                        || request.get(reason).stream()
                                .anyMatch(one -> one.name().equals(letter.reason())))
                .filter(letter -> request.get(replayed) == null || request.get(replayed) == letter.replayed())
                .filter(letter -> request.get(publisher).isEmpty()
                        || request.get(publisher).contains(letter.publisher()))
                .filter(letter ->
                        request.get(topic).isEmpty() || request.get(topic).contains(letter.topic()))
                .toList();
        List<String> after = request.get(cursor);
        int from = 0;
        for (int i = 0; after != null && i < chosen.size(); i++) {
            from = chosen.get(i).position().equals(after.get(0)) ? i + 1 : from;
        }
        List<DeadLetterList.Letter> shown = chosen.subList(from, Math.min(chosen.size(), from + request.get(limit)));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        shown.forEach(letter -> items.add(write(letter)));
        if (from + shown.size() < chosen.size()) {
            json.put("next", Cursor.of(shown.get(shown.size() - 1).position()));
        }
        json.put("total", chosen.size());
        return Reply.json(json);
    }

    private static ObjectNode write(DeadLetterList.Letter letter) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("letter", letter.position());
        json.put("ingestedAt", letter.ingestedAt().toString());
        json.put("reason", letter.reason());
        json.put("meaning", meaning(letter.reason()));
        FactJson.put(json, "field", letter.field());
        json.put("topic", letter.topic());
        json.put("partition", letter.partition());
        json.put("offset", letter.offset());
        json.put("publisher", letter.publisher());
        json.put("replayed", letter.replayed());
        return json;
    }

    private static String meaning(String code) {
        return Arrays.stream(Rejection.Reason.values())
                .filter(known -> known.name().equals(code))
                .findFirst()
                .map(Rejection.Reason::meaning)
                .orElse(code);
    }
}
