package org.misconductmonitor.web;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.web.security.HttpSecurity;

/** Every resource there is. What is in this list is registered and documented; nothing else is. */
final class Api {
    private Api() {}

    /** @param stopping tells those that go on answering to end */
    static List<Resource> resources(
            Queries queries, HttpSecurity security, Forwarding forwarding, Metrics metrics, AtomicBoolean stopping) {
        OfficerHolder holder = new OfficerHolder(queries.officers(), forwarding);
        Instances instances = new Instances(queries.system(), forwarding);
        return List.of(
                new AlertStreamResource(queries.alerts(), places(security), stopping),
                new AlertsOverTimeResource(queries.alerts()),
                new AlertsResource(queries.alerts()),
                new ActionsResource(queries.alerts(), queries.reviews(), Clock.systemUTC()),
                new ExplanationResource(queries.alerts(), queries.rules(), holder, Clock.systemUTC()),
                new OfficersResource(holder),
                new CountsResource(holder),
                new CareerResource(holder),
                new PeersResource(holder, queries.peers(), forwarding),
                new RulesResource(queries.rules()),
                new BacktestResource(queries.rules(), queries.trials()),
                new StatisticsResource(queries.statistics()),
                new MeResource(),
                new HealthResource(queries),
                new LagResource(queries.system(), instances),
                new AccountsResource(queries.system(), instances),
                new DeadLettersResource(queries.deadLetters()),
                new ReplayResource(queries.deadLetters()),
                new AuditResource(queries.audit()),
                new MetricsResource(metrics));
    }

    /** Where nobody says who asks, all are one caller. */
    private static StreamPlaces places(HttpSecurity security) {
        return new StreamPlaces(
                AlertStreamResource.MOST_CLIENTS,
                security.asksForCredentials() ? security.streamsPerCaller() : AlertStreamResource.MOST_CLIENTS);
    }
}
