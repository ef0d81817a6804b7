package org.misconductmonitor.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Deserializer;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.DeadLetter;
import org.misconductmonitor.topology.DeadLetterBook;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import org.misconductmonitor.topology.serdes.RegistryConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dead-letters list}: what could not be processed. */
@Command(
        name = "list",
        description = {
            "Lists the records that could not be processed and were not replayed since, the newest first, with what was"
                    + " wrong and where they came from.",
            "What they hold is not shown, because it may be about people; --content shows it.",
            ""
        },
        footer = {"", "Exit codes: 0 done, also when there are none, 1 failed, 2 wrong arguments."},
        sortOptions = false)
final class DeadLettersListCommand implements Callable<Integer> {
    private static final Comparator<DeadLetter> NEWEST_FIRST = Comparator.<DeadLetter>comparingLong(
                    letter -> letter.source().timestamp())
            .reversed()
            .thenComparing(DeadLetter::partition)
            .thenComparing(Comparator.comparingLong(DeadLetter::offset).reversed());

    @Option(names = "--reason", paramLabel = "CODE", description = "Only those with this reason, such as FUTURE_DATE.")
    private Rejection.Reason reason;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many to list at most. Default: ${DEFAULT-VALUE}. All are counted.")
    private int limit;

    @Option(names = "--all", description = "Also those that were replayed.")
    private boolean all;

    @Option(names = "--content", description = "Show also the key and value of each.")
    private boolean content;

    @Option(names = "--json", description = "Print one JSON object a line.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ArgumentTypes.requireAtLeast(0, "--limit", limit, spec.commandLine());
        MonitorConfig config = connection.load();
        PrintWriter out = spec.commandLine().getOut();
        try (DeadLetterBook book = new DeadLetterBook(config.topics().catalog(), ClientProperties.consumer(config))) {
            book.read();
            List<DeadLetter> found = book.letters().stream()
                    .filter(letter -> all || !book.isReplayed(letter))
                    .filter(letter -> reason == null || reason.name().equals(letter.reason()))
                    .sorted(NEWEST_FIRST)
                    .toList();
            List<DeadLetter> listed = found.stream().limit(limit).toList();
            if (!json && !listed.isEmpty()) {
                table(book, listed).print(out);
                out.println();
            } else if (json && !content) {
                listed.forEach(letter -> out.println(DeadLetterView.json(letter, book.isReplayed(letter))));
            }
            if (content) {
                contents(config, book, listed, out);
            }
            if (!json) {
                summary(found, listed.size(), out);
            }
        }
        out.flush();
        return Exit.OK;
    }

    private static TextTable table(DeadLetterBook book, List<DeadLetter> letters) {
        TextTable table = new TextTable("LETTER", "INGESTED", "REASON", "FIELD", "RECORD", "PUBLISHER", "STATE");
        for (DeadLetter letter : letters) {
            table.row(
                    letter.position(),
                    DeadLetterView.time(letter),
                    letter.reason(),
                    letter.field(),
                    letter.source().toString(),
                    letter.publisher(),
                    book.isReplayed(letter) ? "replayed" : "open");
        }
        return table;
    }

    private void contents(MonitorConfig config, DeadLetterBook book, List<DeadLetter> letters, PrintWriter out) {
        Set<String> chosen = letters.stream().map(DeadLetter::position).collect(Collectors.toSet());
        Map<String, String> impatient = new HashMap<>(config.passThrough().serdes());
        impatient.put(RegistryConfig.RETRY_TIMEOUT, "1000");
        Deserializer<Object> deserializer = ConfiguredSerdes.from(impatient).deserializer();
        book.contents(letter -> chosen.contains(letter.position()), letter -> {
            if (json) {
                ObjectNode whole = DeadLetterView.json(letter, book.isReplayed(letter));
                DeadLetterView.addContent(whole, letter, deserializer);
                out.println(whole);
            } else {
                out.printf(
                        "%s%n  key    %s%n  value  %s%n%n",
                        letter.position(),
                        TextTable.printable(String.valueOf(DeadLetterView.key(letter))),
                        TextTable.printable(DeadLetterView.value(letter, deserializer)));
            }
        });
    }

    private static void summary(List<DeadLetter> found, int listed, PrintWriter out) {
        if (found.isEmpty()) {
            out.println("There are no such dead letters.");
            return;
        }
        out.printf(
                "%,d dead %s%s%n",
                found.size(),
                found.size() == 1 ? "letter" : "letters",
                listed < found.size() ? ", " + listed + " listed" : "");
        Map<String, Long> reasons =
                found.stream().collect(Collectors.groupingBy(DeadLetter::reason, TreeMap::new, Collectors.counting()));
        reasons.forEach((code, count) -> out.printf("%,9d  %s: %s%n", count, code, DeadLetterView.meaning(code)));
    }
}
