package org.misconductmonitor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.misconductmonitor.platform.ClientProperties;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.topology.Publisher;
import org.misconductmonitor.topology.TransactionalIds;
import org.misconductmonitor.topology.serdes.ConfiguredSerdes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code privacy link-pseudonyms}: people stay one after a new pseudonym key was taken into use. */
@Command(
        name = "link-pseudonyms",
        description = {
            "Publishes for each person an event that links the old pseudonym to the new one, so that the record stays"
                    + " one. To publish them again does no harm.",
            "Leave out who was erased: then nobody can find the old pseudonym once the old key is gone.",
            ""
        },
        footer = {"", "Exit codes: 0 done, 1 failed: nothing was published, 2 wrong arguments or configuration."},
        sortOptions = false)
final class PrivacyLinkPseudonymsCommand implements Callable<Integer> {
    @Option(names = "--ids", required = true, paramLabel = "FILE", description = "Real ids, one a line.")
    private Path ids;

    @Option(names = "--from", required = true, paramLabel = "KEY_ID", description = "The pseudonym key before.")
    private String from;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        MonitorConfig config = connection.load();
        KeyFile keys = config.privacy().keys();
        PseudonymLinks links = new PseudonymLinks(keys.pseudonyms(from), keys.pseudonyms(), Instant.now());
        List<String> realIds = Files.readAllLines(ids).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        try (Publisher publisher = new Publisher(
                config.topics().catalog(),
                ClientProperties.producer(config),
                ConfiguredSerdes.from(config.passThrough().serdes()),
                TransactionalIds.imports(config.applicationId()) + "link-pseudonyms")) {
            realIds.forEach(realId -> publisher.publish(links.of(realId)));
            publisher.commit();
        }
        spec.commandLine().getOut().println(realIds.size() + " pseudonyms linked.");
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
