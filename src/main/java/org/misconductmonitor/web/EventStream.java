package org.misconductmonitor.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events to one client, on the thread of its request. Asynchronous requests would be simpler to keep, but are
 * taken away by the server as soon as a client is gone, while those who answer them still hold them.
 */
final class EventStream {
    private final OutputStream out;
    private boolean gone;

    private EventStream(OutputStream out) {
        this.out = out;
    }

    /** Answers that events will come. */
    static EventStream open(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Connection", "close");
        // Else proxies keep events until there are many.
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        return new EventStream(response.getOutputStream());
    }

    /** Whether the client has gone: found out when something is told. */
    boolean isGone() {
        return gone;
    }

    /** @param data one line */
    void event(String type, String data, String id) {
        write("id: " + id + "\nevent: " + type + "\ndata: " + data + "\n\n");
    }

    /** Keeps the connection open. */
    void comment(String text) {
        write(": " + text + "\n\n");
    }

    private void write(String frame) {
        try {
            out.write(frame.getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            // Clients go without a word; they come again with the last id they have.
            gone = true;
        }
    }
}
