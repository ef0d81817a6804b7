package org.misconductmonitor.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.AlertMatcher;
import org.misconductmonitor.query.AlertStream;
import org.misconductmonitor.query.Alerts;
import org.misconductmonitor.query.TopicPosition;
import org.misconductmonitor.web.security.Session;

/** Alerts as they change, as server-sent events. */
final class AlertStreamResource implements Resource {
    static final int MOST_CLIENTS = 100;
    private static final Duration QUIET = Duration.ofSeconds(15);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Alerts alerts;
    private final AtomicBoolean stopping;
    private final StreamPlaces places;
    private final Param<TopicPosition> after = position(
            "after", Param.Place.QUERY, "Begin behind this `position` of the list of alerts. Absent: with what comes.");
    private final Param<TopicPosition> lastEventId = position(
            "Last-Event-ID",
            Param.Place.HEADER,
            "Go on behind this event; browsers send it when they connect again. It goes before `after`.");

    /** @param stopping tells when to let go of clients */
    AlertStreamResource(Alerts alerts, StreamPlaces places, AtomicBoolean stopping) {
        this.alerts = alerts;
        this.places = places;
        this.stopping = stopping;
    }

    @Override
    public List<Operation> operations() {
        List<Param<?>> params = new ArrayList<>(AlertParams.all());
        params.add(after);
        params.add(lastEventId);
        return List.of(Operation.get("/api/v1/alerts/stream", "followAlerts")
                .needs(Permission.READ_ALERTS)
                .about(
                        "alerts",
                        "Follow alerts",
                        "Every revision as it is published, as server-sent events: `event` is `alert`, `data` the alert,"
                                + " `id` where one stands after it, the same on every instance. With that as"
                                + " Last-Event-ID nothing is missed or told twice. Filters look at each revision by"
                                + " itself. A comment every 15 s keeps the connection open. It ends when the token does.")
                .takes(params)
                .mayFail(ProblemType.GONE, ProblemType.NOT_ACCEPTABLE, ProblemType.UNAVAILABLE)
                .stream(this::open));
    }

    private EventSource open(Request request) {
        TopicPosition from = request.get(lastEventId) != null ? request.get(lastEventId) : request.get(after);
        Session session = request.session();
        places.take(session.key());
        try {
            AlertStream stream = alerts.follow(from, session.caller())
                    .orElseThrow(() -> ProblemException.of(
                            ProblemType.GONE,
                            "the topic does not reach that position: it was made again. List the alerts anew"));
            AlertMatcher matcher = new AlertMatcher(AlertParams.filter(request));
            request.trail().answered();
            return new Telling(stream, matcher, request);
        } catch (RuntimeException e) {
            places.free(session.key());
            throw e;
        }
    }

    /** One client. */
    private final class Telling implements EventSource {
        private final AlertStream stream;
        private final AlertMatcher matcher;
        private final Session session;
        private final Trail trail;
        private final AlertSight sight;

        Telling(AlertStream stream, AlertMatcher matcher, Request request) {
            this.stream = stream;
            this.matcher = matcher;
            this.session = request.session();
            this.trail = request.trail();
            this.sight = new AlertSight(request, alerts);
        }

        @Override
        public void tell(EventStream client) throws InterruptedException {
            // Proxies and browsers learn at once that they are connected.
            client.comment("following");
            long quietSince = System.nanoTime();
            while (!client.isGone() && !stopping.get() && session.stands()) {
                Map<String, String> batch = new LinkedHashMap<>();
                for (AlertStream.Step step : stream.next(LOOK)) {
                    if (matcher.accepts(step.alert())) {
                        batch.put(
                                step.position().toString(),
                                sight.write(step.alert().alert()).toString());
                    }
                }
                if (!batch.isEmpty()) {
                    trail.disclosed();
                    batch.forEach((position, alert) -> client.event("alert", alert, position));
                    quietSince = System.nanoTime();
                }
                if (System.nanoTime() - quietSince > QUIET.toNanos()) {
                    client.comment("quiet");
                    quietSince = System.nanoTime();
                }
            }
        }

        @Override
        public void close() {
            stream.close();
            places.free(session.key());
        }
    }

    private static Param<TopicPosition> position(String name, Param.Place place, String description) {
        return new Param<>(
                name,
                place,
                description,
                Schemas.text().put("example", "0:12.1:7"),
                false,
                values -> TopicPosition.parse(values.get(0))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "the id of an event, or the 'position' of the list of alerts")),
                null);
    }
}
