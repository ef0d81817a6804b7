package org.misconductmonitor.platform;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which values must not be printed. */
final class Secrets {
    private static final String MASK = "********";
    private static final List<String> SECRET =
            List.of("password", "secret", "jaas", "user.info", "token", "credential", "keystore.key");
    private static final Pattern USER_INFO = Pattern.compile("//[^/@\\s,]+@");

    private Secrets() {}

    static String shown(String key, String written) {
        if (written.isEmpty() || Placeholders.isOnlyAPlaceholder(written)) {
            return written;
        }
        return isSecret(key) ? MASK : USER_INFO.matcher(written).replaceAll("//" + MASK + "@");
    }

    private static boolean isSecret(String key) {
        String name = key.toLowerCase(Locale.ROOT);
        // Where a secret is, is none.
        return !name.endsWith(".file") && SECRET.stream().anyMatch(name::contains);
    }
}
