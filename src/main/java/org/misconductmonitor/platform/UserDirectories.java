package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where this machine keeps what belongs to a user and must survive a restart; never a temporary directory. */
final class UserDirectories {
    private UserDirectories() {}

    static Path data(Map<String, String> environment, String operatingSystem, String home) {
        return base(environment, operatingSystem.toLowerCase(Locale.ROOT), Path.of(home))
                .resolve("misconduct-monitor");
    }

    private static Path base(Map<String, String> environment, String system, Path home) {
        if (system.startsWith("windows")) {
            String local = environment.get("LOCALAPPDATA");
            return local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        return xdg == null || xdg.isBlank() ? home.resolve(".local").resolve("share") : Path.of(xdg);
    }
}
