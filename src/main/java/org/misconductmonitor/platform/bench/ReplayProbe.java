package org.misconductmonitor.platform.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.engine.Population;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;

/** The engine over events in memory, without a broker. */
final class ReplayProbe {
    private static final int WARM_UPS = 2;

    private ReplayProbe() {}

    static BenchResult.Replay measure(RuleSet rules, int count, int officers, int latePerMille) {
        SyntheticEvents source = new SyntheticEvents("R-", officers, count, latePerMille, 7, Instant.now());
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(source.next());
        }
        for (int i = 0; i < WARM_UPS; i++) {
            run(rules, events);
        }
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long start = System.nanoTime();
        long alerts = run(rules, events);
        double seconds = (System.nanoTime() - start) / 1e9;
        double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
        return new BenchResult.Replay(count / seconds, count / cpuSeconds, (double) alerts / count);
    }

    /** How many transitions of alerts there were. */
    private static long run(RuleSet rules, List<Event> events) {
        Population population = new Population(rules);
        long alerts = 0;
        for (Event event : events) {
            alerts += population.accept(event, event.at()).alerts().size();
        }
        return alerts;
    }
}
