package org.misconductmonitor.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something to publish. */
final class Events {
    private Events() {}

    /** A file with one allegation. */
    static Path file(Path directory, String id) throws IOException {
        return Files.writeString(directory.resolve(id + ".jsonl"), """
                {"eventType":"RECORDED","eventId":"%1$s","caseId":"%1$s","allegationId":"%1$s","officerId":"7f3a",\
                "category":"J","categoryScheme":"IOPC_2020","group":"SEXUAL","recordedAt":"2024-03-01T10:00:00Z"}
                """.formatted(id));
    }
}
