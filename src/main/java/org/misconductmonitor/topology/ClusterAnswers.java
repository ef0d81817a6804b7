package org.misconductmonitor.topology;

import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** Waits for the cluster and says in plain words what went wrong. */
public final class ClusterAnswers {
    private final String bootstrapServers;

    public ClusterAnswers(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Waits as long as the client's own time limits allow.
     *
     * @param what is being done, to follow "cannot"
     * @throws ClusterException if it cannot be done
     */
    public <T> T await(KafkaFuture<T> answer, String what) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("interrupted: cannot " + what, e);
        } catch (ExecutionException e) {
            throw failure(what, e.getCause());
        }
    }

    /** @param what was to be done, to follow "cannot" */
    public ClusterException failure(String what, Throwable cause) {
        return new ClusterException("cannot " + what + " at " + bootstrapServers + ": " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "no answer in time. Is the cluster up, and is bootstrap.servers right? If it asks for TLS or SASL,"
                    + " set kafka.security.protocol and what belongs to it";
        }
        if (cause instanceof AuthenticationException) {
            return "the cluster does not accept our credentials (" + cause.getMessage()
                    + "). Check kafka.security.protocol, kafka.sasl.* and kafka.ssl.*";
        }
        if (cause instanceof AuthorizationException refusal) {
            return refusal(refusal);
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** What the cluster does not allow, and what to do. */
    public static String refusal(AuthorizationException refusal) {
        return "not allowed" + resource(refusal) + " (" + refusal.getMessage()
                + "). `topics acls` prints what to grant to whom";
    }

    private static String resource(AuthorizationException refusal) {
        if (refusal instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            return " on topic " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()));
        }
        return refusal instanceof GroupAuthorizationException group && group.groupId() != null
                ? " on group " + group.groupId()
                : "";
    }
}
