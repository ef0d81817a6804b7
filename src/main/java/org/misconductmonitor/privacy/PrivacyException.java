package org.misconductmonitor.privacy;

import org.misconductmonitor.event.Texts;

/** A key, a vault or a sealed text cannot be used; the message says what to do, and holds no secret. */
public final class PrivacyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PrivacyException(String message) {
        super(Texts.printable(message));
    }

    PrivacyException(String message, Throwable cause) {
        super(Texts.printable(message), cause);
    }
}
