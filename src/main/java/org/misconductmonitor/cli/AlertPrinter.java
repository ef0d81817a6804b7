package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AlertFeed;

/** Prints alerts as they are published: the first ones of every rule and level in full, then it only counts. */
final class AlertPrinter implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long QUIET_MS = 500;

    private final PrintWriter out;
    private final int printed;
    private final AlertFeed feed;
    private final Thread thread;
    private final Map<String, Integer> standing = new TreeMap<>();
    private final Map<String, Integer> shown = new HashMap<>();
    private volatile boolean closed;
    private volatile long lastAt = System.nanoTime();
    private int seen;

    private AlertPrinter(AlertFeed feed, PrintWriter out, int printed) {
        this.feed = feed;
        this.out = out;
        this.printed = printed;
        this.thread = new Thread(this::run, "alert-printer");
    }

    static AlertPrinter start(MonitorConfig config, PrintWriter out, int printed) {
        AlertPrinter printer = new AlertPrinter(AlertFeeds.all(config), out, printed);
        printer.thread.setDaemon(true);
        printer.thread.start();
        return printer;
    }

    /** Waits until no alert has come for a moment. */
    void awaitQuiet() throws InterruptedException {
        while (System.nanoTime() - lastAt < TimeUnit.MILLISECONDS.toNanos(QUIET_MS)) {
            TimeUnit.MILLISECONDS.sleep(QUIET_MS / 10);
        }
    }

    /** How many alerts stand, by rule and level. */
    synchronized void summary() {
        out.printf("%,d transitions published; alerts standing by rule and level:%n", seen);
        standing.forEach((rule, count) -> out.printf("  %,7d  %s%n", count, rule));
        out.flush();
    }

    private void run() {
        while (!closed) {
            feed.poll(POLL).forEach(this::take);
        }
        feed.close();
    }

    private synchronized void take(Alert alert) {
        lastAt = System.nanoTime();
        if (alert.notice().change() != Notice.Change.FACTS) {
            return;
        }
        seen++;
        count(alert);
        int ofItsKind = shown.merge(alert.rule().id() + alert.level() + alert.transition(), 1, Integer::sum);
        if (ofItsKind <= printed) {
            out.printf("%-9s %s%n", alert.transition(), alert.explanation());
            out.flush();
        }
    }

    private void count(Alert alert) {
        String key = alert.rule().id() + " " + alert.level();
        if (alert.transition() == Alert.Transition.RAISED) {
            standing.merge(key, 1, Integer::sum);
        } else if (!alert.stands()) {
            standing.merge(key, -1, Integer::sum);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
