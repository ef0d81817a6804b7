package org.misconductmonitor.web;

/** Tells a client one event after the other, on the thread of its request. */
interface EventSource extends AutoCloseable {
    /** Goes on until the client is gone or the server stops. */
    void tell(EventStream client) throws InterruptedException;

    @Override
    void close();
}
