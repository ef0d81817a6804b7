package org.misconductmonitor.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.misconductmonitor.event.Texts;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.ConfigException;
import org.misconductmonitor.platform.Erasure;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.privacy.KeyVault;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.AclCatalog;
import org.misconductmonitor.topology.Holdings;
import org.misconductmonitor.topology.RightsCheck;
import org.misconductmonitor.topology.Traces;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code privacy erase}: forgets a person. */
@Command(
        name = "erase",
        description = {
            "Erases what is known of an officer up to now. It cannot be taken back.",
            "Publishes an ERASED event under the officer's id and every alias: the running monitor forgets the record,"
                    + " takes back its alerts and says no more of them. Destroys the keys of the officer's texts: nobody"
                    + " can read them any more in any topic, changelog, replica or backup. Writes the log of it (ids and"
                    + " counts) to the audit topic, and then looks what can still be found.",
            "Input topics keep the other fields, under a pseudonym: see README. What was published later counts again.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 erased, 1 refused, failed, or something readable is left, 2 wrong arguments.",
            "Sending it again does no harm."
        },
        sortOptions = false)
final class PrivacyEraseCommand implements Callable<Integer> {
    @Option(names = "--officer", required = true, paramLabel = "ID", description = "Pseudonym of the officer.")
    private String officerId;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "CODE",
            description = "Why, as a code such as MALICIOUS_ALLEGATION or RETENTION_ENDED. It is kept.")
    private String reason;

    @Option(names = "--by", paramLabel = "ID", description = "Pseudonym of who does it, for the log.")
    private String actor;

    @Option(
            names = "--also-reassigned",
            description = "Erase allegations, too, that were published under this officer and reassigned to another.")
    private boolean alsoReassigned;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for the running monitor, 60 if not given.")
    private int wait = 60;

    @Option(
            names = "--look-in",
            paramLabel = "DIR",
            description =
                    "Look there, too, whether the officer's texts can still be read in files: in backups and exports.")
    private List<Path> alsoIn = List.of();

    @Option(names = "--yes", description = "Do it without asking. Without a terminal it is only done with --yes.")
    private boolean yes;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (!Texts.isCode(reason)) {
            throw new ParameterException(
                    spec.commandLine(), "--reason must be a code of A-Z, 0-9 and _: it stays in the records");
        }
        MonitorConfig config = connection.load();
        KeyVault vault = config.privacy()
                .openVault()
                .orElseThrow(() -> new ConfigException(
                        List.of("privacy.vault is not set: without it no text can be made unreadable")));
        requireRights(config);
        Holdings holdings = Holdings.of(
                officerId,
                ClientProperties.consumer(config),
                config.topics().catalog(),
                ConfiguredSerdes.from(config.passThrough().serdes()).deserializer());
        explain(holdings);
        if (!holdings.reassignedAway().isEmpty() && !alsoReassigned) {
            say("Nothing was erased. Publish these under the officer they are about first, or add --also-reassigned.");
            return Exit.FAILED;
        }
        if (!yes && !isConfirmed()) {
            say("Nothing was erased. To do it: --yes");
            return Exit.FAILED;
        }
        // Afterwards nobody knows any more what to look for.
        List<Path> places = new ArrayList<>(alsoIn);
        places.add(config.stateDir());
        TextsOnDisk texts = TextsOnDisk.of(holdings, new TextSeal(vault), places);
        Erasure erasure = new Erasure(config, vault, holdings);
        int destroyed = erasure.execute(reason, actor, Instant.now());
        say(holdings.keys().size() + " erasures published, " + destroyed + " keys destroyed.");
        boolean forgotten = erasure.awaitForgotten(Duration.ofSeconds(wait));
        boolean readable = report(forgotten, erasure.left());
        boolean onDisk = texts.report(this::say);
        say("Not looked at: backups, exports and copies elsewhere. Those from before now hold the record still, and are"
                + " to be destroyed; after restoring one, erase again.");
        return forgotten && !readable && !onDisk ? Exit.OK : Exit.FAILED;
    }

    /** An erasure that is refused half-way would leave everybody in doubt. */
    private static void requireRights(MonitorConfig config) {
        try (Admin admin = Admin.create(ClientProperties.admin(config))) {
            new RightsCheck(admin, config.bootstrapServers())
                    .require("privacy", new AclCatalog(config.topics().catalog(), config.applicationId()).privacy());
        }
    }

    private void explain(Holdings holdings) {
        say("Officer " + officerId + ", known under " + holdings.keys().size() + " ids: "
                + String.join(", ", holdings.keys()));
        long readable = holdings.events().stream().filter(FreeText::isReadable).count();
        say(holdings.events().size() + " events to erase, " + readable
                + " of them with text that was published readable.");
        if (!holdings.reassignedAway().isEmpty()) {
            say("Among them allegations that are about other officers now: "
                    + String.join(", ", holdings.reassignedAway()));
        }
        if (!holdings.reassignedHere().isEmpty()) {
            say(holdings.reassignedHere().size()
                    + " allegations were published under other officers and reassigned here."
                    + " The record forgets them, but their texts are sealed by those officers' keys and stay.");
        }
    }

    /** @return whether anything can be read */
    private boolean report(boolean forgotten, Map<String, Traces.Found> left) {
        TextTable table = new TextTable("WHERE", "LEFT", "READABLE TEXT");
        int readable = 0;
        for (Map.Entry<String, Traces.Found> entry : left.entrySet()) {
            readable += entry.getValue().readable();
            table.row(
                    entry.getKey(),
                    Integer.toString(entry.getValue().records()),
                    Integer.toString(entry.getValue().readable()));
        }
        table.print(spec.commandLine().getOut());
        if (!forgotten) {
            say("The monitor has not forgotten the record within " + wait + " s; is it running? It will when it does:"
                    + " send the command again to see.");
        }
        if (readable > 0) {
            say(readable + " records hold text that was published readable, or that nobody can judge. No command can"
                    + " take it out of an append-only topic: let publishers seal their texts (privacy.vault), and copy"
                    + " the topic without these records when it has to be.");
        }
        return readable > 0;
    }

    private boolean isConfirmed() {
        Console console = System.console();
        return console != null && officerId.equals(console.readLine("Type the officer's id to erase: "));
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
