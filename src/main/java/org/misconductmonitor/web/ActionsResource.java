package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Refusal;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.ReviewOutcome;
import org.misconductmonitor.query.Alerts;
import org.misconductmonitor.query.Reviews;

/** What reviewers do with alerts. */
final class ActionsResource implements Resource {
    private static final String TAG = "alerts";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 200;
    private static final int MOST_CHANGES = 20;

    private final Alerts alerts;
    private final Reviews reviews;
    private final Clock clock;
    private final Param<String> alertId = Params.id("alertId", "Identity of the alert.");
    private final Param<Integer> limit = Params.limit(MOST, 50);
    private final Param<List<String>> cursor = Cursor.param(1);

    ActionsResource(Alerts alerts, Reviews reviews, Clock clock) {
        this.alerts = alerts;
        this.reviews = reviews;
        this.clock = clock;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/alerts/{alertId}/actions", "actOnAlert")
                        .needs(Permission.ACT_ON_ALERTS)
                        .about(
                                TAG,
                                "Act on an alert",
                                "Waits until the monitor has taken the action or refused it. Sent again with the same"
                                        + " `actionId` it changes nothing, so that what was not answered can be sent"
                                        + " again.")
                        .takes(alertId)
                        .takesJson("What is done, and the revision that was seen.", Schemas.ref("Action"))
                        .mayAnswerLater("It has been sent and is not judged yet: look at the Location.")
                        .mayFail(
                                ProblemType.NOT_FOUND,
                                ProblemType.CONFLICT,
                                ProblemType.NOT_POSSIBLE,
                                ProblemType.INVALID_ACTION,
                                ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("ActionResult"), this::one),
                Operation.post("/api/v1/alerts/actions", "actOnAlerts")
                        .needs(Permission.ACT_ON_ALERTS)
                        .about(
                                TAG,
                                "Do the same with several alerts",
                                "Each is taken or refused by itself, and has a result of its own.")
                        .takesJson(
                                "What is done, and with which alerts: " + ActionBody.MOST_TARGETS + " at most.",
                                Schemas.ref("Actions"))
                        .mayFail(ProblemType.INVALID_ACTION, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("ActionResults"), this::several),
                Operation.get("/api/v1/alerts/{alertId}/actions", "listActions")
                        .needs(Permission.READ_ALERTS)
                        .about(
                                TAG,
                                "List what reviewers did with an alert",
                                "The latest first, the last thousand at most. What was refused is not in it.")
                        .takes(alertId, limit, cursor)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("TakenActionPage"), this::list));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return ActionSchemas.all();
    }

    private Reply one(Request request) {
        Instant now = clock.instant();
        ActionBody body = ActionBody.one(request.get(alertId), request.body(), now);
        ActionBody.Target target = body.targets().get(0);
        Alert alert = alerts.get(target.alertId(), request.caller()).orElseThrow(UnknownAlert::problem);
        ReviewAction action = body.on(alert, target, request.caller().name(), now);
        request.trail().alters(List.of(alert));
        Reviews.Result result = reviews.act(List.of(action), PATIENCE).get(0);
        // Meanwhile a covert fact may have taken it out of sight.
        alerts.get(target.alertId(), request.caller()).orElseThrow(UnknownAlert::problem);
        ReviewOutcome outcome = result.outcome();
        ObjectNode json = ActionJson.result(result);
        json.set("alert", new AlertSight(request, alerts).write(result.alert()));
        if (outcome == null) {
            return Reply.of(202, Reply.JSON, json.toString()).with(Map.of("Location", request.path()));
        }
        if (outcome.result() == ReviewOutcome.Result.REFUSED) {
            throw refused(action, outcome, request.caller());
        }
        return Reply.json(json);
    }

    private ProblemException refused(ReviewAction action, ReviewOutcome outcome, Caller caller) {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        Refusal refusal = outcome.refusal();
        if (outcome.state() != null) {
            more.put("revision", outcome.revision());
            more.put("state", outcome.state().name());
        }
        if (refusal.reason() == Refusal.Reason.CONFLICT) {
            more.set("changes", changes(action, caller));
        }
        ProblemType type =
                switch (refusal.reason()) {
                    case CONFLICT -> ProblemType.CONFLICT;
                    case UNKNOWN_ALERT -> ProblemType.NOT_FOUND;
                    case INCOMPLETE, UNKNOWN_ACTION -> ProblemType.INVALID_ACTION;
                    case NOT_ALLOWED, TOO_LARGE -> ProblemType.NOT_POSSIBLE;
                };
        return ProblemException.of(type, refusal.message(), more);
    }

    /** Who or what has changed the alert since the revision that was seen, the latest first. */
    private ArrayNode changes(ReviewAction action, Caller caller) {
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        alerts.history(action.alertId(), caller, 0, MOST_CHANGES).stream()
                .flatMap(history -> history.revisions().stream())
                .filter(revision -> revision.alert().revision() > action.alertRevision())
                .forEach(revision -> changes.add(ActionJson.change(revision.alert())));
        return changes;
    }

    private Reply several(Request request) {
        Instant now = clock.instant();
        ActionBody body = ActionBody.several(request.body(), now);
        List<ReviewAction> actions = new ArrayList<>();
        List<Alert> touched = new ArrayList<>();
        for (ActionBody.Target target : body.targets()) {
            Optional<Alert> alert = alerts.get(target.alertId(), request.caller());
            alert.ifPresent(known -> {
                touched.add(known);
                actions.add(body.on(known, target, request.caller().name(), now));
            });
        }
        Map<String, Reviews.Result> results = new HashMap<>();
        if (!actions.isEmpty()) {
            request.trail().alters(touched);
            reviews.act(actions, PATIENCE)
                    .forEach(result -> results.put(result.action().alertId(), result));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        for (ActionBody.Target target : body.targets()) {
            boolean known = alerts.get(target.alertId(), request.caller()).isPresent();
            Reviews.Result result = known ? results.get(target.alertId()) : null;
            items.add(result == null ? ActionJson.absent(target) : ActionJson.result(result));
        }
        return Reply.json(json);
    }

    private Reply list(Request request) {
        int skip = Cursor.shown(request.get(cursor));
        Alerts.History history = alerts.actions(request.get(alertId), request.caller(), skip, request.get(limit))
                .orElseThrow(UnknownAlert::problem);
        AlertSight sight = new AlertSight(request, alerts);
        alerts.get(request.get(alertId), request.caller()).ifPresent(request.trail()::shows);
        return RevisionPage.of(
                history, skip, history.revisions().stream().map(revision -> sight.taken(revision.alert())));
    }
}
