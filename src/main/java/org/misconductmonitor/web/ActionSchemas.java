package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.ReviewAction;

/** Actions of reviewers as they are sent and answered. */
final class ActionSchemas {
    private ActionSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(
                "Action", target(words()).build(),
                "Actions",
                        words().with(
                                        "items",
                                        Schemas.array(
                                                        target(Schemas.object()
                                                                        .with("alertId", Schemas.text("The alert.")))
                                                                .build(),
                                                        "Each alert once.")
                                                .put("minItems", 1)
                                                .put("maxItems", ActionBody.MOST_TARGETS))
                                .build(),
                "ActionResult", result(),
                "ActionResults",
                        Schemas.object()
                                .with(
                                        "items",
                                        Schemas.array(Schemas.ref("ActionResult"), "In the order they were sent."))
                                .build(),
                "TakenAction", taken(),
                "TakenActionPage",
                        AlertSchemas.page("TakenAction", "The latest first.").build());
    }

    private static Schemas.Fields words() {
        String needs = Arrays.stream(ReviewAction.Kind.values())
                .filter(kind -> !kind.needs().isEmpty())
                .map(kind -> kind + " needs "
                        + kind.needs().stream().map(ActionBody.NAMES::get).collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; "));
        return Schemas.object()
                .with("action", kind().put("description", "What is done. " + needs + "."))
                .maybe("outcome", Schemas.oneOf(names(ActionBody.OUTCOMES)).put("description", "How it is closed."))
                .maybe("reason", text("Why it is snoozed or closed."))
                .maybe("comment", text("Free text, with any action."))
                .maybe("statement", text("The officer's own words."))
                .maybe("owner", Schemas.text("ASSIGN, and ACKNOWLEDGE if given: who has it from now on."))
                .maybe("until", Schemas.time("SNOOZE: when the alert is what it was again."));
    }

    private static Schemas.Fields target(Schemas.Fields fields) {
        return fields.with("actionId", Schemas.text("Made by the client, such as a UUID; for the same again the same."))
                .maybe(
                        "revision",
                        Schemas.integer("The revision that was seen. Left out only with COMMENT and ATTACH_STATEMENT,"
                                + " which are taken on whatever revision."));
    }

    private static ObjectNode result() {
        return Schemas.object()
                .with("alertId", Schemas.text("The alert."))
                .with("actionId", Schemas.text("The action."))
                .with(
                        "result",
                        Schemas.oneOf(List.of("APPLIED", "REFUSED", "DUPLICATE", "UNANSWERED"))
                                .put(
                                        "description",
                                        "DUPLICATE: it was judged before, and that stays as it was. UNANSWERED: it has been"
                                                + " sent, and is judged when a monitor reads it."))
                .maybe("revision", Schemas.integer("Revision of the alert now."))
                .maybe("state", AlertSchemas.state())
                .maybe("refusal", Schemas.text("REFUSED: why, for programs."))
                .maybe("message", Schemas.text("REFUSED: why, for people."))
                .maybe("alert", Schemas.ref("Alert"))
                .build();
    }

    private static ObjectNode taken() {
        return Schemas.object()
                .with("alertId", Schemas.text("The alert."))
                .with("actionId", Schemas.text("The action."))
                .maybe("action", kind())
                .with("actor", Schemas.text("The reviewer."))
                .with("at", Schemas.time("When the monitor took it."))
                .with("revision", Schemas.integer("The revision that it made."))
                .with("state", AlertSchemas.state())
                .maybe("comment", Schemas.text("Free text."))
                .maybe("owner", Schemas.text("Who has it since."))
                .maybe("reason", Schemas.text("Why it was snoozed or closed."))
                .maybe("until", Schemas.time("When the snooze ends."))
                .maybe("statement", Schemas.text("The officer's own words."))
                .build();
    }

    private static ObjectNode kind() {
        return Schemas.oneOf(names(List.of(ReviewAction.Kind.values())));
    }

    private static ObjectNode text(String description) {
        return Schemas.text(description).put("maxLength", ReviewAction.LONGEST_TEXT);
    }

    private static List<String> names(List<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).toList();
    }
}
