package org.misconductmonitor.web;

import io.javalin.http.sse.SseClient;

/** Tells a client one event after the other, on a thread of its own. */
interface EventSource extends AutoCloseable {
    /** Goes on until the client is gone or the server stops. */
    void tell(SseClient client) throws InterruptedException;

    @Override
    void close();
}
