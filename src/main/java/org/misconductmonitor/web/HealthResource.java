package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.query.Queries;

/** Whether this instance lives and is ready. */
final class HealthResource implements Resource {
    private final Queries queries;

    HealthResource(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/system/health/live", "getLiveness")
                        .open()
                        .about(
                                "system",
                                "Whether the process should go on",
                                "200, or 503 when the monitor has stopped for good after a failure: start it again.")
                        .mayFail(ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Health"), request -> live()),
                Operation.get("/api/v1/system/health/ready", "getReadiness")
                        .open()
                        .about(
                                "system",
                                "Whether it can answer",
                                "200; or 503 with the reasons while it starts, restores its state or reads the alerts, and"
                                        + " when a stream thread died, the cluster does not answer or is another one, a"
                                        + " topic is gone or changed, records wait for the schema registry, the clock"
                                        + " is wrong or state.dir has no room left.")
                        .mayFail(ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Health"), request -> ready()));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "Health",
                Schemas.object()
                        .with("status", Schemas.oneOf(List.of("UP")))
                        .with("state", Schemas.text("Kafka Streams' own word, such as RUNNING or REBALANCING."))
                        .with("alertsLoaded", Schemas.flag("Whether all alerts published before the start are known."))
                        .build());
    }

    private Reply live() {
        if (queries.system().hasFailed()) {
            throw ProblemException.unavailable("the monitor has stopped after a failure; its log says why", 30);
        }
        return health();
    }

    private Reply ready() {
        List<String> reasons = new ArrayList<>(queries.system().hindrances());
        if (!queries.alerts().isReady()) {
            reasons.add("the alerts are being read from the cluster");
        }
        if (!reasons.isEmpty()) {
            throw ProblemException.unavailable(String.join("; ", reasons), 2);
        }
        return health();
    }

    private Reply health() {
        return Reply.json(JsonNodeFactory.instance
                .objectNode()
                .put("status", "UP")
                .put("state", queries.system().state())
                .put("alertsLoaded", queries.alerts().isReady()));
    }
}
