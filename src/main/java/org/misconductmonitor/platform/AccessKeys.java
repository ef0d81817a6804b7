package org.misconductmonitor.platform;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.misconductmonitor.web.security.HttpSecurity;
import org.misconductmonitor.web.security.OidcSettings;

/** The keys that say who may ask over HTTP. */
final class AccessKeys {
    /** Keys and tokens must not be read or changed on their way. */
    private static final Pattern SAFE =
            Pattern.compile("https://[^\\s?#]+|http://(localhost|127(\\.\\d{1,3}){3})(:\\d{1,5})?(/[^\\s?#]*)?");

    static final ConfigKey<Path> TOKEN_FILE = new ConfigKey<>(
            "http.auth.token.file",
            "",
            new ConfigFormat<>("a file of tokens", text -> text.isEmpty() ? null : Path.of(text)));
    static final ConfigKey<URI> ISSUER = address("http.auth.oidc.issuer");
    static final ConfigKey<String> AUDIENCE =
            new ConfigKey<>("http.auth.oidc.audience", "", ConfigFormat.text("text", value -> true));
    static final ConfigKey<URI> JWKS_URL = address("http.auth.oidc.jwks.url");
    static final ConfigKey<String> ROLES_CLAIM = claim("http.auth.oidc.roles.claim", "roles");
    static final ConfigKey<String> TENANTS_CLAIM = claim("http.auth.oidc.tenants.claim", "tenants");
    static final ConfigKey<String> FORCES_CLAIM = claim("http.auth.oidc.forces.claim", "forces");
    static final ConfigKey<String> PUBLISHERS_CLAIM = claim("http.auth.oidc.publishers.claim", "publishers");
    static final ConfigKey<String> NAME_CLAIM = claim("http.auth.oidc.name.claim", "sub");
    static final ConfigKey<Boolean> BEHIND_PROXY =
            new ConfigKey<>("http.behind.proxy", "false", new ConfigFormat<>("true or false", AccessKeys::flag));
    static final ConfigKey<Integer> REQUESTS_PER_SECOND = new ConfigKey<>(
            "http.requests.per.second",
            Integer.toString(HttpSecurity.REQUESTS_PER_SECOND),
            ConfigFormat.integer(1, 100_000));
    static final ConfigKey<Integer> STREAMS_PER_CALLER = new ConfigKey<>(
            "http.streams.per.caller",
            Integer.toString(HttpSecurity.STREAMS_PER_CALLER),
            ConfigFormat.integer(1, 1_000));

    static final List<ConfigKey<?>> ALL = List.of(
            TOKEN_FILE,
            ISSUER,
            AUDIENCE,
            JWKS_URL,
            ROLES_CLAIM,
            TENANTS_CLAIM,
            FORCES_CLAIM,
            PUBLISHERS_CLAIM,
            NAME_CLAIM,
            BEHIND_PROXY,
            REQUESTS_PER_SECOND,
            STREAMS_PER_CALLER);

    private AccessKeys() {}

    /** @param problems to which is added what does not go together */
    static AccessConfig read(ConfigReader reader, List<String> problems) {
        URI issuer = reader.read(ISSUER);
        String audience = reader.read(AUDIENCE);
        if ((issuer == null) == (audience != null && !audience.isEmpty())) {
            problems.add("http.auth.oidc.issuer and http.auth.oidc.audience need each other: tokens of an issuer that"
                    + " are meant for others must not be good here");
        }
        OidcSettings oidc = issuer == null
                ? null
                : new OidcSettings(
                        issuer,
                        audience,
                        reader.read(JWKS_URL),
                        reader.read(ROLES_CLAIM),
                        reader.read(TENANTS_CLAIM),
                        reader.read(FORCES_CLAIM),
                        reader.read(PUBLISHERS_CLAIM),
                        reader.read(NAME_CLAIM));
        return new AccessConfig(
                reader.read(TOKEN_FILE),
                oidc,
                reader.read(BEHIND_PROXY),
                reader.read(REQUESTS_PER_SECOND),
                reader.read(STREAMS_PER_CALLER));
    }

    private static ConfigKey<URI> address(String name) {
        return new ConfigKey<>(name, "", new ConfigFormat<>("an address that begins with https://", text -> {
            if (text.isEmpty()) {
                return null;
            }
            if (!SAFE.matcher(text).matches()) {
                throw new IllegalArgumentException();
            }
            return URI.create(text);
        }));
    }

    private static ConfigKey<String> claim(String name, String byDefault) {
        return new ConfigKey<>(name, byDefault, ConfigFormat.text());
    }

    private static boolean flag(String text) {
        if (!List.of("true", "false").contains(text)) {
            throw new IllegalArgumentException();
        }
        return Boolean.parseBoolean(text);
    }
}
