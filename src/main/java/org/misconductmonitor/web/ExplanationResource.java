package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.engine.Clearing;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.query.Alerts;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.query.RulesInForce;
import org.misconductmonitor.rule.Absence;
import org.misconductmonitor.rule.Concurrent;
import org.misconductmonitor.rule.Rule;

/** Why an alert stands, and what would clear it. */
final class ExplanationResource implements Resource {
    private final Alerts alerts;
    private final RulesInForce rules;
    private final OfficerHolder holder;
    private final Clock clock;
    private final Param<String> alertId = Params.id("alertId", "Identity of the alert.");

    ExplanationResource(Alerts alerts, RulesInForce rules, OfficerHolder holder, Clock clock) {
        this.alerts = alerts;
        this.rules = rules;
        this.holder = holder;
        this.clock = clock;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/alerts/{alertId}/explanation", "explainAlert")
                .needs(Permission.READ_ALERTS)
                .about(
                        "alerts",
                        "Explain an alert",
                        "Its sentence, its rule, and what would clear it: found by leaving each allegation, case or fact"
                                + " of the evidence out of the record and judging again.")
                .takes(alertId)
                .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                .json(Schemas.ref("Explanation"), this::explain));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "Explanation",
                Schemas.object()
                        .with("alertId", Schemas.text("Identity of the alert."))
                        .with("sentence", Schemas.text("One plain sentence."))
                        .with("stands", Schemas.flag("Whether it stands now."))
                        .with("ending", Schemas.text("Whether and how it ends by itself."))
                        .maybe("surplus", Schemas.integer("How many of what is counted are above the threshold."))
                        .with(
                                "ruleInForce",
                                Schemas.flag("Whether the rule is in force in the version that raised it."))
                        .maybe("rule", Schemas.ref("Rule"))
                        .maybe(
                                "clearedWithoutAnyOf",
                                Schemas.array(
                                        Schemas.object()
                                                .with("kind", Schemas.oneOf(List.of("allegation", "case", "fact")))
                                                .with("id", Schemas.text("Which one."))
                                                .build(),
                                        "Without any one of these, withdrawn or reassigned, it would not stand. None:"
                                                + " several would have to go. Absent: it does not stand, its rule"
                                                + " is not in force, it looks at more than one subject or at facts that"
                                                + " whoever asks may not read, or part of its evidence is"
                                                + " withheld."))
                        .build());
    }

    private Reply explain(Request request) {
        Alert alert = alerts.get(request.get(alertId), request.caller()).orElseThrow(UnknownAlert::problem);
        AlertSight sight = new AlertSight(request, alerts);
        boolean hasRecord = alert.subject().kind() == Subject.Kind.OFFICER
                || alert.subject().kind() == Subject.Kind.TENANT;
        return hasRecord
                ? holder.answer(request, alert.subject(), facts -> explain(sight, alert, read(request, alert, facts)))
                : explain(sight, alert, List.of());
    }

    /** What would clear it must not follow from facts that the caller may not read. */
    private static List<StoredFact> read(Request request, Alert alert, List<StoredFact> facts) {
        boolean all = request.caller().may(Permission.READ_CONFIDENTIAL)
                && request.caller().may(Permission.READ_COVERT);
        return all ? facts : RecordSight.readable(request.caller(), RecordView.of(alert.subject(), facts));
    }

    private Reply explain(AlertSight sight, Alert alert, List<StoredFact> facts) {
        CurrentRules.Entry entry = rules.now().inForce(alert.rule().id());
        boolean inForce =
                entry != null && entry.rule().version().equals(alert.rule().version());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("alertId", alert.alertId());
        json.put("sentence", sight.explanation(alert));
        json.put("stands", alert.stands());
        json.put("ending", ending(alert, inForce ? entry.rule() : null));
        if (alert.stands()) {
            json.put("surplus", alert.count() - alert.threshold());
        }
        json.put("ruleInForce", inForce);
        if (inForce) {
            json.set("rule", RuleJson.inForce(entry));
        }
        if (inForce && alert.stands() && sight.isWhole(alert)) {
            Clearing.pieces(alert, entry.rule(), facts, clock.instant()).ifPresent(found -> {
                ArrayNode pieces = json.putArray("clearedWithoutAnyOf");
                found.forEach(
                        piece -> pieces.addObject().put("kind", piece.kind()).put("id", piece.id()));
            });
        }
        return Reply.json(json);
    }

    /** @param rule that raised it, or null if it is not in force */
    private static String ending(Alert alert, Rule rule) {
        if (!alert.stands()) {
            return alert.transition() == Alert.Transition.RESOLVED
                    ? "The situation has ended by itself."
                    : "It was withdrawn.";
        }
        if (rule != null && rule.condition() instanceof Absence) {
            return "It ends by itself when what was missing comes.";
        }
        if (rule != null && rule.condition() instanceof Concurrent) {
            return "It ends by itself when fewer than " + alert.threshold() + " are open at once.";
        }
        return "It does not end by itself: a fact would have to be withdrawn, corrected or reassigned, or the rule"
                + " changed or retired.";
    }
}
