package org.misconductmonitor.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.misconductmonitor.query.Queries;

/** The HTTP server of one instance. */
public final class WebServer implements AutoCloseable {
    private static final String STARTED = "started";
    private static final String ROUTE = "route";
    private static final int THREADS = 32;
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;

    private final Javalin javalin;
    private final Metrics metrics;
    private final AtomicBoolean stopping;

    private WebServer(Javalin javalin, Metrics metrics, AtomicBoolean stopping) {
        this.javalin = javalin;
        this.metrics = metrics;
        this.stopping = stopping;
    }

    /**
     * Starts to answer.
     *
     * @param host address to listen on
     * @param port 0: a free one
     * @param names by which other instances may call this one, besides those of the loopback interface
     * @throws PortException if the port is taken or the address is not of this machine
     */
    public static WebServer start(String host, int port, Set<String> names, Queries queries) {
        AtomicBoolean stopping = new AtomicBoolean();
        Metrics metrics = new Metrics(queries);
        List<Resource> resources = new ArrayList<>(Api.resources(queries, metrics, stopping));
        resources.add(new OpenApiResource(List.copyOf(resources)));
        Javalin javalin = Javalin.create(config -> configure(config, resources, metrics, new HostCheck(names)));
        try {
            javalin.start(host, port);
        } catch (RuntimeException e) {
            javalin.stop();
            metrics.close();
            throw new PortException(host, port, e);
        }
        return new WebServer(javalin, metrics, stopping);
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Lets go of all clients and stops. */
    @Override
    public void close() {
        stopping.set(true);
        javalin.stop();
        metrics.close();
    }

    private static void configure(JavalinConfig config, List<Resource> resources, Metrics metrics, HostCheck hosts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(LARGEST_HEADERS);
        });
        config.jetty.modifyServer(server -> server.setErrorHandler(new ErrorPages()));
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ErrorPages()));
        routes(config.routes, resources, metrics, hosts);
    }

    private static void routes(RoutesConfig routes, List<Resource> resources, Metrics metrics, HostCheck hosts) {
        Answers answers = new Answers();
        DashboardFiles files = new DashboardFiles();
        routes.before(context -> {
            context.attribute(STARTED, System.nanoTime());
            SecurityHeaders.ALL.forEach(context::header);
            if (!hosts.accepts(context.header("Host"))) {
                throw ProblemException.of(
                        ProblemType.MISDIRECTED,
                        "this server answers to the loopback interface only, such as 127.0.0.1 or localhost");
            }
        });
        for (Resource resource : resources) {
            for (Operation operation : resource.operations()) {
                routes.addHttpHandler(HandlerType.findOrCreate(operation.method()), operation.path(), context -> {
                    context.attribute(ROUTE, operation.path());
                    answers.answer(context, operation);
                });
            }
        }
        routes.after(context -> measure(context, metrics));
        routes.get("/", context -> file(files, answers, context));
        routes.get("/<path>", context -> file(files, answers, context));
        routes.exception(Exception.class, answers::failed);
        routes.exception(HttpResponseException.class, answers::refused);
    }

    private static void measure(Context context, Metrics metrics) {
        Long started = context.attribute(STARTED);
        String route = context.attribute(ROUTE);
        if (started != null) {
            metrics.answered(
                    route == null ? "OTHER" : context.method().name(),
                    route == null ? "other" : route,
                    context.statusCode(),
                    System.nanoTime() - started);
        }
    }

    private static void file(DashboardFiles files, Answers answers, Context context) {
        answers.send(
                context,
                files.get(context)
                        .orElseThrow(() -> ProblemException.of(
                                ProblemType.NOT_FOUND, "there is nothing here; /openapi.json lists what there is")));
    }
}
