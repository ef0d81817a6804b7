package org.misconductmonitor.web.security;

/** A token file cannot be used; the message says where and what to do, without any of its contents but names of keys. */
public final class TokenFileException extends RuntimeException {
    TokenFileException(String message) {
        super(message);
    }
}
