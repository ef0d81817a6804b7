package org.misconductmonitor.web;

import io.javalin.config.JavalinConfig;
import java.util.Optional;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.misconductmonitor.web.tls.ServerTls;

/** Threads, limits and connector of the server. */
final class JettySettings {
    /** Besides those that tell clients of alerts. */
    private static final int THREADS = 32;

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int LARGEST_HEADERS = 16 * 1024;

    private JettySettings() {}

    static void apply(JavalinConfig config, Listening listening, Optional<ServerTls> tls) {
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
        tls.ifPresent(keys -> config.jetty.addConnector((server, http) -> secured(server, http, listening, keys)));
    }

    private static Connector secured(Server server, HttpConfiguration http, Listening listening, ServerTls tls) {
        HttpConfiguration secured = new HttpConfiguration(http);
        // A health check may ask for the address instead of the name; whoever cares for the name has checked it.
        secured.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory plain = new HttpConnectionFactory(secured);
        ServerConnector connector =
                new ServerConnector(server, new SslConnectionFactory(tls.server(), plain.getProtocol()), plain);
        connector.setHost(listening.host());
        connector.setPort(listening.port());
        return connector;
    }
}
