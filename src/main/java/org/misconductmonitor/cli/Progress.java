package org.misconductmonitor.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal, nothing elsewhere. */
final class Progress implements AutoCloseable {
    private static final int STEP = 256;
    private static final int REDRAW_MS = 200;

    private final ProgressBar bar;
    private long steps;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Counts events. */
    static Progress events(String task, long total) {
        return of(task, total, " events", 1);
    }

    /** Counts events of which nobody knows how many there are. */
    static Progress unbounded(String task) {
        return of(task, -1, " events", 1);
    }

    /** Counts bytes of files. */
    static Progress bytes(String task, long total) {
        return of(task, total, " MiB", 1 << 20);
    }

    private static Progress of(String task, long total, String unit, long unitSize) {
        if (System.console() == null) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MS)
                .build());
    }

    void step() {
        if (bar != null && ++steps % STEP == 0) {
            bar.stepTo(steps);
        }
    }

    void to(long position) {
        if (bar != null) {
            bar.stepTo(position);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
