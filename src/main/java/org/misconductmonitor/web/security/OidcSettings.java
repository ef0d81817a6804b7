package org.misconductmonitor.web.security;

import java.net.URI;

/**
 * Whose tokens are believed, and what is read from them. A claim inside of another is named with dots, such as {@code
 * realm_access.roles}.
 *
 * @param issuer exactly as tokens state it
 * @param audience that tokens must be meant for
 * @param keys where the issuer's public keys are; null: where its discovery document says
 * @param rolesClaim names of roles
 * @param tenantsClaim ids, or * for all
 * @param forcesClaim ids, or * for all
 * @param publishersClaim ids, or * for all; where there is none, the caller's own name
 * @param nameClaim who it is, as it is written to logs of what was done
 */
public record OidcSettings(
        URI issuer,
        String audience,
        URI keys,
        String rolesClaim,
        String tenantsClaim,
        String forcesClaim,
        String publishersClaim,
        String nameClaim) {

    /** With the usual names of claims, and keys where the discovery document says. */
    public static OidcSettings of(URI issuer, String audience) {
        return new OidcSettings(issuer, audience, null, "roles", "tenants", "forces", "publishers", "sub");
    }
}
