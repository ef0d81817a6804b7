package org.misconductmonitor.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** Sent with every answer. */
final class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Permissions-Policy",
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Embedder-Policy",
            "require-corp");

    private SecurityHeaders() {}

    /** @param overTls whether clients come over TLS, and are to do so from now on */
    static Map<String, String> of(boolean overTls) {
        Map<String, String> headers = new LinkedHashMap<>(ALWAYS);
        if (overTls) {
            headers.put("Strict-Transport-Security", "max-age=31536000");
        }
        return Map.copyOf(headers);
    }
}
