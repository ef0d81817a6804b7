package org.misconductmonitor.query;

import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** The topology of this instance, as far as it can be asked. */
final class RunningStreams {
    private final Supplier<KafkaStreams> streams;

    /** @param streams gives null as long as there are none */
    RunningStreams(Supplier<KafkaStreams> streams) {
        this.streams = streams;
    }

    /** Where it is in its life. */
    KafkaStreams.State state() {
        KafkaStreams now = streams.get();
        return now == null ? KafkaStreams.State.CREATED : now.state();
    }

    /**
     * The topology, running.
     *
     * @throws UnavailableException while it starts, restores its state or moves partitions, or when it has stopped
     */
    KafkaStreams get() {
        KafkaStreams now = streams.get();
        KafkaStreams.State state = state();
        if (state != KafkaStreams.State.RUNNING) {
            throw new UnavailableException(reason(state), isOnItsWay(state) ? 2 : 30);
        }
        return now;
    }

    private static boolean isOnItsWay(KafkaStreams.State state) {
        return state == KafkaStreams.State.CREATED || state == KafkaStreams.State.REBALANCING;
    }

    private static String reason(KafkaStreams.State state) {
        return switch (state) {
            case CREATED -> "the monitor is starting";
            case REBALANCING -> "the state is being restored, or partitions are moving between instances";
            case ERROR, PENDING_ERROR -> "the monitor has stopped after a failure; its log says why";
            default -> "the monitor is stopping";
        };
    }
}
