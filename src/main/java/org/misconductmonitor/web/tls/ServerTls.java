package org.misconductmonitor.web.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that are in use. Their files are looked at again from time to time; as long as they are wrong, the last good
 * ones stay. Connections that are open keep the certificate that they began with.
 */
public final class ServerTls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
    private static final Duration SOON = Duration.ofDays(14);

    private final TlsSettings settings;
    private final SslContextFactory.Server server = new SslContextFactory.Server();
    private final char[] password = UUID.randomUUID().toString().toCharArray();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tls-files");
        thread.setDaemon(true);
        return thread;
    });
    private volatile SSLContext asking;
    private TlsContent seen;
    private ServerKey key;
    /** Why the files are not in use as they are; null: they are. */
    private String objection;

    private long toldDays = Long.MAX_VALUE;

    private ServerTls(TlsSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads the files and goes on looking at them.
     *
     * @throws TlsException if they cannot be used
     */
    public static ServerTls open(TlsSettings settings) {
        ServerTls tls = new ServerTls(settings);
        // Older ones are off in current JVMs, but that is a setting of the machine.
        tls.server.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.server.setRenegotiationAllowed(false);
        tls.seen = TlsContent.of(settings.files());
        tls.key = tls.read();
        tls.asking = tls.trusting();
        use(tls.server, tls.key, tls.password);
        tls.warnOfTheEnd();
        long millis = settings.reread().toMillis();
        tls.watch.scheduleWithFixedDelay(tls::lookAgain, millis, millis, TimeUnit.MILLISECONDS);
        return tls;
    }

    /** For a connector of Jetty. */
    public SslContextFactory.Server server() {
        return server;
    }

    /** To ask other instances with; another one after a change. */
    public SSLContext asking() {
        return asking;
    }

    /** What was refused is tried again: a certificate may begin to hold while nothing is written. */
    synchronized void lookAgain() {
        TlsContent now = TlsContent.of(settings.files());
        if (objection != null || !now.equals(seen)) {
            seen = now;
            change();
        }
        warnOfTheEnd();
    }

    private void change() {
        try {
            ServerKey changed = read();
            SSLContext trusting = trusting();
            server.reload(factory -> use(server, changed, password));
            key = changed;
            asking = trusting;
            toldDays = Long.MAX_VALUE;
            objection = null;
            LOG.info(
                    "TLS: the files have changed, the certificate holds for {} days",
                    key.left(now()).toDays());
        } catch (TlsException e) {
            if (isNews(e.getMessage())) {
                LOG.warn("TLS: the certificate stays as it was, {}", e.getMessage());
            }
        } catch (Exception e) {
            if (isNews(e.toString())) {
                LOG.error("TLS: the changed files cannot be used", e);
            }
        }
    }

    private boolean isNews(String why) {
        boolean news = !why.equals(objection);
        objection = why;
        return news;
    }

    /** Once a day. */
    private void warnOfTheEnd() {
        Duration left = key.left(now());
        // Rounded down, so that the day on which it ends is another than the one before.
        long days = Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds());
        if (days < SOON.toDays() && days < toldDays) {
            toldDays = days;
            if (left.isNegative()) {
                LOG.warn("TLS: the certificate for {} has expired, nobody believes it: have it renewed", key.file());
            } else {
                LOG.warn("TLS: the certificate for {} ends in {} days: have it renewed", key.file(), days);
            }
        }
    }

    private static void use(SslContextFactory.Server factory, ServerKey key, char[] password) {
        factory.setKeyStore(key.store(password));
        factory.setKeyStorePassword(new String(password));
    }

    private ServerKey read() {
        ServerKey read = settings.keys().read();
        read.require(now());
        return read;
    }

    private SSLContext trusting() {
        try {
            if (settings.trust().isEmpty()) {
                return SSLContext.getDefault();
            }
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            for (X509Certificate certificate : Pem.certificates(settings.trust().get())) {
                trusted.setCertificateEntry(Integer.toString(trusted.size()), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsException("no other instance can be asked over TLS: " + e.getMessage());
        }
    }

    private Instant now() {
        return settings.clock().instant();
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
