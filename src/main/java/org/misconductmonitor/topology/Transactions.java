package org.misconductmonitor.topology;

import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Transactions of the producers outside the topology. */
final class Transactions {
    /**
     * How long one may take from its first record to its end. When its process is killed the monitor, and whoever else
     * reads what is committed, reads nothing behind its records for so long, or until the same is begun again; a longer
     * time would let one dead process keep alerts back from everybody.
     */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private Transactions() {}

    /** @param id who begins with the same id ends what was begun before */
    static void configure(Properties producer, String id) {
        producer.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        producer.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST.toMillis());
    }

    /** Whether brokers have ended it: it took too long, or the same was begun again. */
    static boolean isEndedByOthers(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException || cause instanceof InvalidProducerEpochException) {
                return true;
            }
        }
        return false;
    }
}
