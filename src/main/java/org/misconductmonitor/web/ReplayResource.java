package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.DeadLetterList;

/** Publishes dead letters again, when what was wrong is mended. */
final class ReplayResource implements Resource {
    private final DeadLetterList letters;

    ReplayResource(DeadLetterList letters) {
        this.letters = letters;
    }

    @Override
    public List<Operation> operations() {
        // The type of the body keeps forms of other sites out: browsers ask before they send it.
        return List.of(Operation.post("/api/v1/system/dead-letters/replay", "replayDeadLetters")
                .needs(Permission.REPLAY_DEAD_LETTERS)
                .about(
                        "system",
                        "Publish dead letters again",
                        "To the topics they came from, with their original key, value and headers: all that are chosen, in"
                                + " one transaction, or none. Each is replayed once, however often this is asked. What is"
                                + " still wrong becomes a new dead letter.")
                .takesJson(LetterChoice.MEANING, Schemas.ref("DeadLetterChoice"))
                .mayFail(ProblemType.UNAVAILABLE)
                .json(Schemas.ref("Replayed"), this::replay));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "DeadLetterChoice",
                Schemas.object()
                        .maybe("letters", Schemas.array(Schemas.text(), "These, as the list names them."))
                        .maybe("reason", Schemas.text("Those with this code."))
                        .maybe("topic", Schemas.text("Those of this topic."))
                        .maybe("publisher", Schemas.text("Those of this publisher."))
                        .maybe("all", Schemas.flag("true: all of them."))
                        .build(),
                "Replayed",
                Schemas.object()
                        .with("replayed", Schemas.integer("How many were published again."))
                        .with(
                                "items",
                                Schemas.array(
                                        Schemas.object()
                                                .with("letter", Schemas.text("Which dead letter."))
                                                .with(
                                                        "outcome",
                                                        Schemas.oneOf(Arrays.stream(DeadLetterList.Outcome.values())
                                                                        .map(Enum::name)
                                                                        .toList())
                                                                .put(
                                                                        "description",
                                                                        "BEFORE: it had been published again already."
                                                                                + " FOREIGN: it is not from a topic that"
                                                                                + " the monitor reads. ABSENT: there is"
                                                                                + " no such letter."))
                                                .build(),
                                        "One each."))
                        .build());
    }

    private Reply replay(Request request) {
        LetterChoice choice = LetterChoice.read(request.body());
        request.trail().replays(choice.letters());
        Map<String, DeadLetterList.Outcome> outcomes = letters.replay(
                letter -> choice.has(letter) && request.caller().reach().hasPublisher(letter.publisher()),
                choice.letters());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(
                "replayed",
                outcomes.values().stream()
                        .filter(outcome -> outcome == DeadLetterList.Outcome.REPLAYED)
                        .count());
        ArrayNode items = json.putArray("items");
        outcomes.forEach(
                (letter, outcome) -> items.addObject().put("letter", letter).put("outcome", outcome.name()));
        return Reply.json(json);
    }
}
