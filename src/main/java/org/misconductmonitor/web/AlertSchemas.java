package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.alert.LifeState;

/** Alerts as they are answered: the names of the Avro schema. */
final class AlertSchemas {
    private AlertSchemas() {}

    static Map<String, ObjectNode> all() {
        return Map.of(
                "Alert", alert(),
                "Evidence", evidence(),
                "Revision", revision(),
                "AlertPage",
                        page("Alert", "The latest revision of each.")
                                .with(
                                        "position",
                                        Schemas.text("Where the list stands: follow the alert stream `after` it"
                                                + " and nothing is missed."))
                                .build(),
                "RevisionPage", page("Revision", "The latest first.").build());
    }

    /** A part of a list: its items, where the next part begins, how many there are in all. */
    static Schemas.Fields page(String item, String order) {
        return Schemas.object()
                .with("items", Schemas.array(Schemas.ref(item), order))
                .maybe("next", Schemas.text("The `cursor` of the next part; absent: this is the last."))
                .with("total", Schemas.integer("How many there are in the whole list now."));
    }

    private static ObjectNode alert() {
        return Schemas.object()
                .with("alertId", Schemas.text("Identity, kept through every revision."))
                .with("revision", Schemas.integer("Number of the transition, from 1."))
                .with(
                        "transition",
                        Schemas.oneOf(List.of("RAISED", "UPDATED", "WITHDRAWN", "RESOLVED"))
                                .put("description", "What changed; RAISED and UPDATED stand."))
                .with("ruleId", Schemas.text("The rule that raised it."))
                .with("ruleVersion", Schemas.text("Content hash of the rule's version."))
                .with("ruleTitle", Schemas.text("Title of the rule in that version."))
                .with("ruleStatus", Schemas.oneOf(List.of("LIVE", "SHADOW")))
                .with("level", Schemas.text("Name of the level reached."))
                .with("levelIndex", Schemas.integer("Its position in the rule, from 0."))
                .with("tenantId", Schemas.text("The body whose data it is."))
                .maybe("officerId", Schemas.text("The officer it is about."))
                .maybe("subject", Schemas.text("Whom it is about, where that is no officer."))
                .with("firedAt", Schemas.time("Business time at which the level was reached."))
                .with("asOf", Schemas.time("Time of the newest fact known when this revision was made."))
                .with("count", Schemas.integer("What was counted when the level was reached."))
                .with("threshold", Schemas.integer("The count the level asks for."))
                .with("windowStart", Schemas.time("Start of the window, exclusive."))
                .with("windowEnd", Schemas.time("End of the window, inclusive."))
                .with("evidence", Schemas.array(Schemas.ref("Evidence"), "Every fact that made it, in order."))
                .maybe(
                        "withheldEvidence",
                        Schemas.integer("How many facts of it are beyond the reach of whoever asks."))
                .with("explanation", Schemas.text("One plain sentence."))
                .maybe("peers", Schemas.anyObject("Those it was compared to: group, size, percentile."))
                .maybe("dueBy", Schemas.time("The deadline that was missed."))
                .with("handling", Schemas.oneOf(List.of("OPEN", "CONFIDENTIAL", "COVERT")))
                .maybe("reason", Schemas.text("Why it was updated, withdrawn or resolved."))
                .maybe("part", Schemas.text("Which of several alerts of the level it is, such as a group."))
                .maybe("endedAt", Schemas.time("Business time at which the situation ended by itself."))
                .maybe("subjectKind", Schemas.text("What that is, such as UNIT or TENANT."))
                .with("state", state())
                .maybe("formerState", Schemas.text("SNOOZED: what it is again after that."))
                .maybe("owner", Schemas.text("The reviewer who has it."))
                .maybe("stateReason", Schemas.text("Why it was snoozed or closed."))
                .maybe("snoozedUntil", Schemas.time("When a snooze ends."))
                .maybe("openedAt", Schemas.time("Since when it asks to be acknowledged."))
                .maybe("acknowledgeBy", Schemas.time("When it escalates, or escalates again, unless somebody acts."))
                .with("escalation", Schemas.oneOf(List.of("NONE", "AMBER", "RED")))
                .maybe("escalationReason", Schemas.text("Why it has escalated."))
                .maybe("mutedBy", Schemas.text("The higher level of the same rule and subject that mutes it."))
                .with("falsePositives", Schemas.integer("How often it was closed as a false positive."))
                .maybe("statement", Schemas.text("The officer's own statement."))
                .with("judgedRevision", Schemas.integer("The latest revision that changed what reviewers decide on."))
                .with(
                        "change",
                        Schemas.oneOf(List.of("FACTS", "REVIEW", "ESCALATION", "SNOOZE_END", "MUTING"))
                                .put("description", "What made the revision."))
                .with("changedAt", Schemas.time("Ingestion time of that."))
                .with("notify", Schemas.flag("Whether somebody is to be told of the revision."))
                .maybe("quiet", Schemas.text("Why not."))
                .with("storm", Schemas.flag("Whether it tells of many of its rule that are not told."))
                .maybe("did", Schemas.anyObject("What a reviewer did: actionId, action, actor, comment."))
                .build();
    }

    static ObjectNode state() {
        return Schemas.oneOf(Arrays.stream(LifeState.values()).map(Enum::name).toList())
                .put("description", "Where its review is.");
    }

    private static ObjectNode evidence() {
        return Schemas.object()
                .maybe("allegationId", Schemas.text("The officer-allegation."))
                .maybe("caseId", Schemas.text("The case."))
                .with("eventId", Schemas.text("The fact."))
                .with("at", Schemas.time("Its business time in the time basis of the rule."))
                .maybe("category", Schemas.text("Category code."))
                .maybe("group", Schemas.text("Family of the category."))
                .maybe("force", Schemas.text("The force it comes from."))
                .maybe("outcome", Schemas.text("Finding known at the firing time."))
                .maybe("tenantId", Schemas.text("The body whose data it is, where that is not the alert's."))
                .build();
    }

    private static ObjectNode revision() {
        return Schemas.object()
                .with("publishedAt", Schemas.time("When the revision was published."))
                .with("alert", Schemas.ref("Alert"))
                .build();
    }
}
