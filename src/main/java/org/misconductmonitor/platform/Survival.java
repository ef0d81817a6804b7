package org.misconductmonitor.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.misconductmonitor.topology.ClusterAnswers;
import org.misconductmonitor.topology.serdes.RegistryUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a failed stream thread means. A registry that is away comes back: try for ever. What the cluster does not
 * allow it allows only when somebody mends it: stop. Anything else is tried again a few times, because brokers come and
 * go, but a failure that repeats is a fault, and a monitor that loops on a fault looks alive while it is not.
 */
final class Survival implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Survival.class);
    private static final int TRIES = 5;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Supplier<String> missingRights;
    private final Deque<Long> failures = new ArrayDeque<>();

    /** @param missingRights finds out and says what the cluster does not allow; blank if it allows everything */
    Survival(Supplier<String> missingRights) {
        this.missingRights = missingRights;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        Optional<AuthorizationException> refusal = cause(failure, AuthorizationException.class);
        if (refusal.isPresent()) {
            LOG.error(
                    "The cluster refuses: {}. This instance stops; nothing is lost. {}",
                    ClusterAnswers.refusal(refusal.get()),
                    missingRights.get());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (cause(failure, RegistryUnavailableException.class).isPresent()) {
            LOG.warn("The schema registry cannot be asked; trying again. Nothing is lost, nothing is skipped.");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        long now = System.nanoTime();
        failures.addLast(now);
        while (now - failures.peekFirst() > PERIOD.toNanos()) {
            failures.removeFirst();
        }
        if (failures.size() <= TRIES) {
            LOG.error("A stream thread failed and is replaced ({} of {} tries)", failures.size(), TRIES, failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error(
                "Stream threads keep failing: this instance stops. Nothing is lost; mend the cause and start again.",
                failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static <T> Optional<T> cause(Throwable failure, Class<T> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return Optional.of(kind.cast(cause));
            }
        }
        return Optional.empty();
    }
}
