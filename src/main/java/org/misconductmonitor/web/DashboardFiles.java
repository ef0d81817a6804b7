package org.misconductmonitor.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the dashboard, out of the class path. */
final class DashboardFiles {
    private static final String FOLDER = "dashboard/";
    /** No dot at the start of a name, so that no path leads out of the folder. */
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    private final Map<String, Reply> files = new ConcurrentHashMap<>();

    /** @return the file, or empty if there is none */
    Optional<Reply> get(Context context) {
        String path = context.path().equals("/") ? "/index.html" : context.path();
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null || !PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        Reply known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Reply> found = read(FOLDER + path.substring(1), type);
        // What does not exist is not remembered: strangers could ask for more names than there is memory.
        found.ifPresent(reply -> files.put(path, reply));
        return found;
    }

    private static Optional<Reply> read(String resource, String type) {
        try (InputStream in = DashboardFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new Reply(200, type, in.readAllBytes(), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
