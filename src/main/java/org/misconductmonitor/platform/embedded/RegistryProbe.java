package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a starting registry until it answers. */
record RegistryProbe(String url) {
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int TIMEOUT_MS = 2_000;

    /** @throws PlatformException when the process ends, or the time does, before it answers */
    void awaitAnswer(Process process, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!answers()) {
            try {
                if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new PlatformException("its process ended with code " + process.exitValue());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PlatformException("interrupted", e);
            }
            if (System.nanoTime() > deadline) {
                throw new PlatformException("no answer from " + url + " within " + limit.toSeconds() + " s");
            }
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url + "/subjects").toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
