package org.misconductmonitor.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.misconductmonitor.query.AuditTrail;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.web.security.HttpSecurity;

/** The HTTP server of one instance. */
public final class WebServer implements AutoCloseable {
    private static final String STARTED = "started";
    private static final String ROUTE = "route";
    /** Besides those that tell clients of alerts. */
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
     * @param security who may ask
     * @param names by which other instances may call this one, besides those of the loopback interface
     * @throws IllegalArgumentException if others could reach it and nobody would be asked who they are
     * @throws PortException if the port is taken or the address is not of this machine
     */
    public static WebServer start(String host, int port, Set<String> names, HttpSecurity security, Queries queries) {
        requireCredentials(host, port, security);
        AtomicBoolean stopping = new AtomicBoolean();
        Metrics metrics = new Metrics(queries);
        List<Resource> resources = new ArrayList<>(Api.resources(queries, security, metrics, stopping));
        resources.add(new OpenApiResource(List.copyOf(resources)));
        Javalin javalin = Javalin.create(config -> configure(config, resources, queries, metrics, security, names));
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

    private static void requireCredentials(String host, int port, HttpSecurity security) {
        try {
            if (!security.asksForCredentials() && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("listening on " + host + " needs credentials");
            }
        } catch (UnknownHostException e) {
            throw new PortException(host, port, e);
        }
    }

    private static void configure(
            JavalinConfig config,
            List<Resource> resources,
            Queries queries,
            Metrics metrics,
            HttpSecurity security,
            Set<String> names) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = LARGEST_BODY;
        config.http.prefer405over404 = true;
        QueuedThreadPool threads = new QueuedThreadPool(THREADS + AlertStreamResource.MOST_CLIENTS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(LARGEST_HEADERS);
            // Otherwise a token that differs by a capital is taken for the one before on the same connection.
            http.setHeaderCacheCaseSensitive(true);
        });
        Map<String, String> headers = SecurityHeaders.of(security.behindProxy());
        config.jetty.modifyServer(server -> server.setErrorHandler(new ErrorPages(headers)));
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ErrorPages(headers)));
        routes(config.routes, resources, metrics, headers, new Guard(security, names), queries.audit());
    }

    private static void routes(
            RoutesConfig routes,
            List<Resource> resources,
            Metrics metrics,
            Map<String, String> headers,
            Guard guard,
            AuditTrail audit) {
        Answers answers = new Answers(guard, audit);
        DashboardFiles files = new DashboardFiles();
        routes.before(context -> {
            context.attribute(STARTED, System.nanoTime());
            headers.forEach(context::header);
            guard.enter(context);
        });
        for (Resource resource : resources) {
            for (Operation operation : resource.operations()) {
                Handler handler = context -> {
                    context.attribute(ROUTE, operation.path());
                    answers.answer(context, operation);
                };
                routes.addHttpHandler(HandlerType.findOrCreate(operation.method()), operation.path(), handler);
                if (operation.method().equals("GET")) {
                    // Otherwise a HEAD is answered with 200 whoever asks, for whatever there is not.
                    routes.head(operation.path(), handler);
                }
            }
        }
        routes.after(context -> measure(context, metrics));
        for (String path : List.of("/", "/<path>")) {
            Handler handler = context -> {
                guard.admit(context);
                file(files, answers, context);
            };
            routes.get(path, handler);
            routes.head(path, handler);
        }
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
