package org.misconductmonitor.web;

/** The server cannot listen; the message says what to do. */
public final class PortException extends RuntimeException {
    PortException(String host, int port, Throwable cause) {
        super(
                "cannot listen on " + host + ":" + port
                        + ": is the port taken? Choose another with http.port (demo: --port), 0 for a free one",
                cause);
    }
}
