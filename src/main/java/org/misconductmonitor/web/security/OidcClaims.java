package org.misconductmonitor.web.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;

/** Reads who a caller is out of claims that have been found true. Roles that we do not know are those of others. */
final class OidcClaims {
    private static final String ALL = "*";
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,200}");

    private final OidcSettings settings;

    OidcClaims(OidcSettings settings) {
        this.settings = settings;
    }

    /** @return empty if they do not say who it is */
    Optional<Caller> caller(JWTClaimsSet claims) {
        Map<String, Object> all = claims.getClaims();
        return texts(find(all, settings.nameClaim())).stream()
                .findFirst()
                .filter(name -> NAME.matcher(name).matches())
                .map(name -> new Caller(name, roles(all), reach(all, name)));
    }

    private Set<Role> roles(Map<String, Object> claims) {
        List<String> named = texts(find(claims, settings.rolesClaim()));
        return Arrays.stream(Role.values())
                .filter(role -> named.stream().anyMatch(role.name()::equalsIgnoreCase))
                .collect(Collectors.toSet());
    }

    private Reach reach(Map<String, Object> claims, String name) {
        Object publishers = find(claims, settings.publishersClaim());
        return new Reach(
                limit(find(claims, settings.tenantsClaim())),
                limit(find(claims, settings.forcesClaim())),
                publishers == null ? Limit.to(List.of(name)) : limit(publishers));
    }

    private static Limit limit(Object claim) {
        List<String> named = texts(claim);
        return named.contains(ALL) ? Limit.ALL : Limit.to(named);
    }

    /** A claim of that very name, or else one inside of others. */
    private static Object find(Map<?, ?> claims, String name) {
        Object whole = claims.get(name);
        int dot = name.indexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> inner
                ? find(inner, name.substring(dot + 1))
                : null;
    }

    private static List<String> texts(Object claim) {
        if (claim instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return claim instanceof String text ? List.of(text) : List.of();
    }
}
