package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an import did.
 *
 * @param read events and bad lines
 * @param published 0 in a dry run
 * @param accepted events that were published, or would have been
 * @param rejected bad lines
 * @param eventTypes accepted events by type
 * @param dryRun whether nothing was to be published
 */
record ImportSummary(
        long read,
        long published,
        long accepted,
        long rejected,
        double seconds,
        Map<String, Long> eventTypes,
        boolean dryRun) {
    private static final int SHORT = 12;

    static ImportSummary of(EventImport done, double seconds, boolean dryRun) {
        Map<String, Long> types = new TreeMap<>();
        done.taken().forEach((type, count) -> types.put(type.name(), count));
        long accepted = done.read() - done.rejected();
        return new ImportSummary(done.read(), dryRun ? 0 : accepted, accepted, done.rejected(), seconds, types, dryRun);
    }

    void print(PrintWriter out) {
        out.printf("read       %,9d%n", read);
        out.printf("%-10s %,9d%s%n", dryRun ? "good" : "published", accepted, types());
        out.printf("rejected   %,9d%n", rejected);
        out.printf("in %.1f s%n", seconds);
        if (dryRun) {
            out.println("Dry run: nothing was published.");
        } else if (published == 0) {
            out.println("Nothing was published.");
        }
    }

    private String types() {
        return eventTypes.isEmpty() || eventTypes.size() > SHORT
                ? ""
                : eventTypes.entrySet().stream()
                        .map(type -> "%s %,d".formatted(type.getKey(), type.getValue()))
                        .collect(Collectors.joining(", ", "  (", ")"));
    }
}
