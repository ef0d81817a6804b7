package org.misconductmonitor.web;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.misconductmonitor.query.Queries;

/** Every resource there is. What is in this list is registered and documented; nothing else is. */
final class Api {
    private Api() {}

    static List<Resource> resources(Queries queries, AtomicBoolean stopping) {
        return List.of(
                new AlertStreamResource(queries.alerts(), stopping),
                new AlertsResource(queries.alerts()),
                new OfficersResource(new OfficerHolder(queries.officers(), new Forwarding())),
                new HealthResource(queries));
    }
}
