package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.AlertPage;
import org.misconductmonitor.query.AlertSort;
import org.misconductmonitor.query.Alerts;

/** Alerts: list, one, the history of one. */
final class AlertsResource implements Resource {
    private static final String TAG = "alerts";
    private static final int MOST = 200;
    private static final Map<String, AlertSort> SORTS = Map.of(
            "-firedAt", AlertSort.FIRED_LATEST_FIRST,
            "firedAt", AlertSort.FIRED_EARLIEST_FIRST,
            "-changedAt", AlertSort.CHANGED_LATEST_FIRST,
            "changedAt", AlertSort.CHANGED_EARLIEST_FIRST,
            "due", AlertSort.DUE_FIRST);

    private final Alerts alerts;
    private final Param<AlertSort> sort = Params.choice(
            "sort",
            "firedAt: business time; changedAt: when the latest revision was published. With - the latest first. due:"
                    + " what is overdue, the longest first, then by when each must be acknowledged or is woken.",
            SORTS.keySet().stream().sorted().toList(),
            SORTS::get,
            "-firedAt");
    private final Param<Integer> limit = Params.limit(MOST, 50);
    private final Param<List<String>> cursor = Cursor.param(3);
    private final Param<List<String>> historyCursor = Cursor.param(1);
    private final Param<String> alertId = Params.id("alertId", "Identity of the alert.");

    AlertsResource(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/alerts", "listAlerts")
                        .needs(Permission.READ_ALERTS)
                        .about(
                                TAG,
                                "List alerts",
                                "The latest revision of each alert that was ever raised, as filtered. Alerts that are"
                                        + " raised meanwhile move no other from one part of the list to another.")
                        .takes(AlertParams.all())
                        .takes(sort, limit, cursor)
                        .mayFail(ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("AlertPage"), this::list),
                Operation.get("/api/v1/alerts/{alertId}", "getAlert")
                        .needs(Permission.READ_ALERTS)
                        .about(TAG, "Get one alert", "Its latest revision, whether it stands or not.")
                        .takes(alertId)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Alert"), this::one),
                Operation.get("/api/v1/alerts/{alertId}/history", "getAlertHistory")
                        .needs(Permission.READ_ALERTS)
                        .about(
                                TAG,
                                "List the revisions of an alert",
                                "The latest first, the last thousand at most; those beyond the caller's reach are left"
                                        + " out.")
                        .takes(alertId, limit, historyCursor)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("RevisionPage"), this::history));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return AlertSchemas.all();
    }

    private Reply list(Request request) {
        AlertSort order = request.get(sort);
        AlertPage page =
                alerts.list(AlertParams.filter(request), order, place(request.get(cursor), order), request.get(limit));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        AlertSight sight = new AlertSight(request, alerts);
        page.alerts().forEach(alert -> items.add(sight.write(alert)));
        if (page.next() != null) {
            json.put(
                    "next",
                    Cursor.of(
                            order.name(),
                            page.next().time().toString(),
                            page.next().alertId()));
        }
        json.put("total", page.total());
        json.put("position", page.position().toString());
        return Reply.json(json);
    }

    private AlertSort.Place place(List<String> parts, AlertSort order) {
        if (parts == null) {
            return null;
        }
        try {
            if (parts.get(0).equals(order.name())) {
                return new AlertSort.Place(Instant.parse(parts.get(1)), parts.get(2));
            }
        } catch (DateTimeException e) {
            throw Cursor.wrong();
        }
        throw Cursor.wrong();
    }

    private Reply one(Request request) {
        AlertSight sight = new AlertSight(request, alerts);
        return alerts.get(request.get(alertId), request.caller())
                .map(alert -> Reply.json(sight.write(alert)))
                .orElseThrow(UnknownAlert::problem);
    }

    private Reply history(Request request) {
        int skip = Cursor.shown(request.get(historyCursor));
        Alerts.History history = alerts.history(request.get(alertId), request.caller(), skip, request.get(limit))
                .orElseThrow(UnknownAlert::problem);
        AlertSight sight = new AlertSight(request, alerts);
        return RevisionPage.of(
                history,
                skip,
                history.revisions().stream()
                        .filter(revision -> sight.shows(revision.alert()))
                        .map(revision -> JsonNodeFactory.instance
                                .objectNode()
                                .put("publishedAt", revision.publishedAt().toString())
                                .set("alert", sight.write(revision.alert()))));
    }
}
