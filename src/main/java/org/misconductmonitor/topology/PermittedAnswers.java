package org.misconductmonitor.topology;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Waits for the cluster to allow or refuse something; that the thing is not there is no refusal. */
record PermittedAnswers(ClusterAnswers answers) {
    private static final String WHAT = "find out what this principal is allowed to do";

    /** @param value empty if it was refused, or there is none */
    record Answer<T>(boolean permitted, Optional<T> value) {}

    /** @throws ClusterException if the cluster does not answer, or does not know us */
    <T> Answer<T> await(KafkaFuture<T> future) {
        try {
            return new Answer<>(true, Optional.ofNullable(future.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw answers.failure(WHAT, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return new Answer<>(false, Optional.empty());
            }
            if (e.getCause() instanceof ApiException && !isSilence(e.getCause())) {
                return new Answer<>(true, Optional.empty());
            }
            throw answers.failure(WHAT, e.getCause());
        }
    }

    private static boolean isSilence(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof AuthenticationException;
    }
}
