package org.misconductmonitor.web.tls;

/** Keys or certificates cannot be used; the message says which file, why, and what to do. It holds no secret. */
public final class TlsException extends RuntimeException {
    TlsException(String message) {
        super(message);
    }
}
