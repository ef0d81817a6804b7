package org.misconductmonitor.web.security;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One line of a token file: an entry of a YAML list such as {@code - { name: desk, sha256: ..., roles: [reviewer],
 * tenants: [north], forces: all, expires: 2027-01-01 }}. What is not stated is not allowed; only the accounts published
 * under the caller's own name are, unless {@code publishers} says otherwise.
 */
final class TokenLine {
    private static final String ALL = "all";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,100}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final List<String> KEYS =
            List.of("name", "sha256", "roles", "tenants", "forces", "publishers", "expires");

    private final Map<?, ?> values;

    private TokenLine(Map<?, ?> values) {
        this.values = values;
    }

    /** @throws TokenFileException if it is not as it should be */
    static TokenEntry read(String line) {
        return new TokenLine(parse(line)).entry();
    }

    static String write(TokenEntry entry) {
        Caller caller = entry.caller();
        StringBuilder line = new StringBuilder("- { name: \"" + caller.name() + "\", sha256: " + entry.sha256());
        line.append(", roles: ")
                .append(list(caller.roles().stream()
                        .map(role -> role.name().toLowerCase(Locale.ROOT))
                        .toList()));
        line.append(", tenants: ").append(write(caller.reach().tenants()));
        line.append(", forces: ").append(write(caller.reach().forces()));
        line.append(", publishers: ").append(write(caller.reach().publishers()));
        if (entry.expires() != null) {
            line.append(", expires: \"").append(entry.expires()).append('"');
        }
        return line.append(" }").toString();
    }

    private static String write(Limit limit) {
        return limit.all() ? ALL : list(limit.ids());
    }

    /** In double quotes, as YAML and JSON have them alike. */
    private static String list(Collection<String> words) {
        return new TreeSet<>(words)
                .stream()
                        .map(word -> '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                        .collect(Collectors.joining(", ", "[", "]"));
    }

    private static Map<?, ?> parse(String line) {
        Object loaded;
        try {
            loaded = new Load(LoadSettings.builder().build()).loadFromString(line);
        } catch (YamlEngineException | StackOverflowError e) {
            // The parser has no limit of its own to lists in lists.
            throw new TokenFileException("this is no YAML; write one token a line: - { name: ..., sha256: ... }");
        }
        if (loaded instanceof List<?> list && list.size() == 1 && list.get(0) instanceof Map<?, ?> map) {
            return map;
        }
        throw new TokenFileException("write one token a line: - { name: ..., sha256: ... }");
    }

    private TokenEntry entry() {
        values.keySet().stream()
                .filter(key -> !KEYS.contains(String.valueOf(key)))
                .forEach(key -> {
                    throw new TokenFileException("a key is none of " + String.join(", ", KEYS));
                });
        String name = text("name", NAME, "1 to 100 letters, digits and . _ @ + -");
        String hash = text("sha256", HASH, "the SHA-256 of the token, 64 hexadecimal digits: 'token new' prints it");
        Reach reach = new Reach(
                limit("tenants", Limit.NONE),
                limit("forces", Limit.NONE),
                limit("publishers", Limit.to(List.of(name))));
        return new TokenEntry(new Caller(name, roles(), reach), hash, expires());
    }

    private String text(String key, Pattern allowed, String meaning) {
        Object value = values.get(key);
        if (value == null || !allowed.matcher(value.toString()).matches()) {
            throw new TokenFileException(key + " must be " + meaning);
        }
        return value.toString();
    }

    private Set<Role> roles() {
        Set<Role> roles = new LinkedHashSet<>();
        for (String word : words("roles")) {
            roles.add(Arrays.stream(Role.values())
                    .filter(role -> role.name().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TokenFileException("roles must be some of "
                            + Arrays.stream(Role.values())
                                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                                    .collect(Collectors.joining(", ")))));
        }
        return roles;
    }

    private Limit limit(String key, Limit absent) {
        if (values.get(key) == null) {
            return absent;
        }
        return ALL.equals(values.get(key)) ? Limit.ALL : Limit.to(words(key));
    }

    private Set<String> words(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Set.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(TokenLine::isWord)) {
            return list.stream().map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new));
        }
        throw new TokenFileException(key + " must be a list such as [north]"
                + (key.equals("roles") ? "" : ", or the word all for every one"));
    }

    private static boolean isWord(Object value) {
        return (value instanceof String || value instanceof Integer)
                && !value.toString().isBlank();
    }

    private Instant expires() {
        Object value = values.get("expires");
        if (value == null) {
            return null;
        }
        try {
            String text = value.toString();
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new TokenFileException(
                    "expires must be a date such as 2027-01-01 or a time such as" + " 2027-01-01T08:00:00Z");
        }
    }
}
