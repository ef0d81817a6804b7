package org.misconductmonitor.platform;

import java.util.Optional;
import java.util.Set;
import org.misconductmonitor.query.InstanceAddress;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.web.Listening;
import org.misconductmonitor.web.WebServer;

/** A monitor with its HTTP server, if it is to have one. */
public final class MonitorService implements AutoCloseable {
    private final MonitorConfig config;
    private final Monitor monitor;
    private final Queries queries;
    private volatile InstanceAddress address;
    private WebServer server;
    /** Null: it publishes no counts. */
    private StatisticsPublishing publishing;

    private MonitorService(MonitorConfig config, LoadedRules rules) {
        this.config = config;
        this.monitor = new Monitor(config, rules.rules());
        this.queries = monitor.queries(() -> address, rules.documents());
    }

    /**
     * Starts the server, which says that nothing is known yet, then the monitor.
     *
     * @param rules to begin with
     * @throws org.misconductmonitor.topology.TopicCheckException if a topic is not as it must be
     * @throws org.misconductmonitor.web.security.TokenFileException if the tokens cannot be read
     * @throws org.misconductmonitor.web.tls.TlsException if the keys for TLS cannot be used
     * @throws org.misconductmonitor.web.PortException if the port is taken
     */
    public static MonitorService start(MonitorConfig config, LoadedRules rules) {
        MonitorService service = new MonitorService(config, rules);
        try {
            service.start();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private void start() {
        Optional<Integer> port = config.http().port();
        if (port.isPresent()) {
            HttpConfig http = config.http();
            // Others learn the address when the topology starts: the port must be known before.
            server = WebServer.start(
                    new Listening(
                            http.host(), port.get(), Set.of(http.address(0).host()), http.tls()),
                    http.access().security(),
                    queries);
            address = http.address(server.port());
            monitor.start(address);
            queries.alerts().start();
            publishing = config.publishingStatistics()
                    .map(every -> new StatisticsPublishing(
                            queries, config.topics().catalog(), every, monitor::statisticsTopic))
                    .orElse(null);
        } else {
            monitor.start();
        }
    }

    public Monitor monitor() {
        return monitor;
    }

    /** Where the HTTP server is, or empty if there is none. */
    public Optional<String> url() {
        return server == null
                ? Optional.empty()
                : Optional.of((config.http().tls().isPresent() ? "https://" : "http://")
                        + config.http().host() + ":" + server.port() + "/");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (publishing != null) {
            publishing.close();
        }
        queries.close();
        monitor.close();
    }
}
