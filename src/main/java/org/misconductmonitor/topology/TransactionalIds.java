package org.misconductmonitor.topology;

/**
 * Transactional ids of the producers outside the topology. Each begins with the application.id, so that two monitors on
 * one cluster shut out nobody but their own.
 */
public final class TransactionalIds {
    private TransactionalIds() {}

    /** Of whoever publishes rules. */
    static String rules(String applicationId) {
        return applicationId + "-rules-publish";
    }

    /** Of whoever publishes dead letters again. */
    static String replay(String applicationId) {
        return applicationId + "-dead-letters-replay";
    }

    /** Of whoever publishes counts. */
    static String statistics(String applicationId) {
        return applicationId + "-statistics-publish";
    }

    /** What those of imports begin with. */
    public static String imports(String applicationId) {
        return applicationId + "-import-";
    }
}
