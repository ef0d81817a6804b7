package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.topology.Accounting.Outcome;
import org.misconductmonitor.topology.EventAvro;

/** Nothing disappears: what was read is what was there, and every record of it came to one end. */
final class Books {
    private Books() {}

    /** Of every input topic and partition. */
    static void assertBalanced(RunningMonitor running) {
        Site site = running.site();
        for (Feed feed : Feed.values()) {
            String topic = site.topic(EventAvro.topic(feed));
            List<Integer> there = RawRecords.of(site, topic).countByPartition();
            for (int partition = 0; partition < there.size(); partition++) {
                Map<Outcome, Long> totals = totals(running, topic, partition);
                assertThat(totals.get(Outcome.READ))
                        .as("records of %s-%d against %s", topic, partition, totals)
                        .isEqualTo(there.get(partition).longValue());
                assertThat(ends(totals))
                        .as("ends of the records of %s-%d: %s", topic, partition, totals)
                        .isEqualTo(totals.get(Outcome.READ));
            }
        }
    }

    private static long ends(Map<Outcome, Long> totals) {
        return Stream.of(Outcome.ACCEPTED, Outcome.DUPLICATE, Outcome.SUPERSEDED, Outcome.DEAD_LETTERED)
                .mapToLong(totals::get)
                .sum();
    }

    private static Map<Outcome, Long> totals(RunningMonitor running, String topic, int partition) {
        Map<Outcome, Long> totals = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            totals.put(outcome, 0L);
        }
        running.monitor().accounts().lines(partition).forEach((line, count) -> {
            if (line.topic().equals(topic)) {
                totals.merge(line.outcome(), count, Long::sum);
            }
        });
        return totals;
    }
}
