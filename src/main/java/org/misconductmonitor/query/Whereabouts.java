package org.misconductmonitor.query;

/** Which instance holds the state of a subject. */
public sealed interface Whereabouts {
    /** This one. */
    record Here(int partition) implements Whereabouts {}

    /**
     * Another one.
     *
     * @param host as its {@code application.server} says
     * @param port as its {@code application.server} says
     */
    record There(String host, int port) implements Whereabouts {}
}
