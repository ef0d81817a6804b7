package org.misconductmonitor.web;

import java.util.List;
import org.misconductmonitor.access.Permission;

/** What is measured, for Prometheus. */
final class MetricsResource implements Resource {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Metrics metrics;

    MetricsResource(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/metrics", "getMetrics")
                .needs(Permission.READ_SYSTEM)
                .about("system", "Get what is measured", "In the text format of Prometheus. No personal data.")
                .text("text/plain", request -> Reply.of(200, TEXT, metrics.scrape())));
    }
}
