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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.misconductmonitor.query.AuditTrail;
import org.misconductmonitor.query.Queries;
import org.misconductmonitor.web.security.HttpSecurity;
import org.misconductmonitor.web.tls.ServerTls;

/** The HTTP server of one instance. */
public final class WebServer implements AutoCloseable {
    private static final String STARTED = "started";
    private static final String ROUTE = "route";

    private final Javalin javalin;
    private final Metrics metrics;
    private final Optional<ServerTls> tls;
    private final AtomicBoolean stopping;

    private WebServer(Javalin javalin, Metrics metrics, Optional<ServerTls> tls, AtomicBoolean stopping) {
        this.javalin = javalin;
        this.metrics = metrics;
        this.tls = tls;
        this.stopping = stopping;
    }

    /**
     * Starts to answer.
     *
     * @param security who may ask
     * @throws IllegalArgumentException if others could reach it and nobody would be asked who they are
     * @throws org.misconductmonitor.web.tls.TlsException if the keys for TLS cannot be used
     * @throws PortException if the port is taken or the address is not of this machine
     */
    public static WebServer start(Listening listening, HttpSecurity security, Queries queries) {
        requireCredentials(listening, security);
        Optional<ServerTls> tls = listening.tls().map(ServerTls::open);
        AtomicBoolean stopping = new AtomicBoolean();
        Metrics metrics = new Metrics(queries);
        List<Resource> resources =
                new ArrayList<>(Api.resources(queries, security, new Forwarding(tls), metrics, stopping));
        resources.add(new OpenApiResource(List.copyOf(resources)));
        Javalin javalin = Javalin.create(config -> {
            JettySettings.apply(config, listening, tls);
            routes(config, resources, queries, metrics, security, listening);
        });
        WebServer server = new WebServer(javalin, metrics, tls, stopping);
        try {
            javalin.start(listening.host(), listening.port());
        } catch (RuntimeException e) {
            server.close();
            throw new PortException(listening.host(), listening.port(), e);
        }
        return server;
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
        tls.ifPresent(ServerTls::close);
    }

    private static void requireCredentials(Listening listening, HttpSecurity security) {
        String host = listening.host();
        try {
            if (!security.asksForCredentials() && !InetAddress.getByName(host).isLoopbackAddress()) {
                throw new IllegalArgumentException("listening on " + host + " needs credentials");
            }
        } catch (UnknownHostException e) {
            throw new PortException(host, listening.port(), e);
        }
    }

    private static void routes(
            JavalinConfig config,
            List<Resource> resources,
            Queries queries,
            Metrics metrics,
            HttpSecurity security,
            Listening listening) {
        Map<String, String> headers =
                SecurityHeaders.of(security.behindProxy() || listening.tls().isPresent());
        config.jetty.modifyServer(server -> server.setErrorHandler(new ErrorPages(headers)));
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new ErrorPages(headers)));
        routes(config.routes, resources, metrics, headers, new Guard(security, listening.names()), queries.audit());
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
