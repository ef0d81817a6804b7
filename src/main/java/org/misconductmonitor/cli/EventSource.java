package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.EventFeed;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The history that a command works on: {@code @Mixin EventSource}. */
final class EventSource {
    private static final String TOPICS = "topics";

    @Option(
            names = "--against",
            required = true,
            arity = "1..*",
            paramLabel = "FILE|topics",
            description = "The history: files of events as JSON Lines, plain or gzip; or the word topics, for all that"
                    + " lies in the input topics of the cluster.")
    private List<String> against;

    @Mixin
    private ConnectionOptions connection;

    /**
     * Reads all of it.
     *
     * @param err where bad lines are told, and how many records of topics are no good events
     */
    List<Event> read(PrintWriter err) throws IOException {
        if (against.equals(List.of(TOPICS))) {
            return published(connection.load(), err);
        }
        return EventFiles.read(against.stream().map(Path::of).toList(), err);
    }

    /** For people. */
    String describe() {
        return against.stream()
                .map(word -> word.equals(TOPICS)
                        ? "the input topics"
                        : String.valueOf(Path.of(word).getFileName()))
                .collect(Collectors.joining(", "));
    }

    /** All that lies in the input topics; how many records are no events is told. */
    static List<Event> published(MonitorConfig config, PrintWriter err) {
        EventFeed feed = new EventFeed(
                ClientProperties.consumer(config),
                config.topics().catalog(),
                ConfiguredSerdes.from(config.passThrough().serdes()).deserializer());
        List<Event> events = new ArrayList<>();
        int refused;
        try (Progress progress = Progress.unbounded("read topics")) {
            refused = feed.read(event -> {
                events.add(event);
                progress.step();
            });
        }
        if (refused > 0) {
            err.printf("%,d records are no events and are left out: dead-letters list shows them%n", refused);
        }
        return events;
    }
}
