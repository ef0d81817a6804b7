package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.topology.AclCatalog;
import org.misconductmonitor.topology.AclCommands;
import org.misconductmonitor.topology.Right;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code topics acls}: who needs to be allowed what. */
@Command(
        name = "acls",
        description = {
            "Prints the commands of Kafka's own tool that allow a principal what its role needs, and nothing more. Asks"
                    + " nobody and changes nothing. With http.port the monitor needs more.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 printed, 2 wrong arguments or configuration.",
            "Such as: topics acls --principal User:psd --role publisher --feed allegations",
            "topics acls --principal 'User:CN=monitor,O=Force' --role monitor --config monitor.properties"
        },
        sortOptions = false)
final class TopicsAclsCommand implements Callable<Integer> {
    @Option(
            names = "--principal",
            paramLabel = "TYPE:NAME",
            required = true,
            description = "Who, as the brokers name them, such as User:monitor.")
    private String principal;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = {
                "One of ${COMPLETION-CANDIDATES}.",
                "monitor: 'run'. publisher: a system that publishes events. importer: 'import'. reviewer: 'alerts'."
                        + " analyst: 'rules' and 'report'. consumer: a dashboard or case system. statistician: who reads"
                        + " the published counts, which are exact. replayer: 'dead-letters'. auditor: 'audit'. privacy: 'privacy'. backup: 'backup create'. administrator:"
                        + " 'topics' and 'state reset'."
            })
    private Role role;

    @Option(
            names = "--feed",
            split = ",",
            paramLabel = "FEED",
            description = "publisher, importer: which of ${COMPLETION-CANDIDATES}. Default: all.")
    private Set<Feed> feeds;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "consumer, statistician: its consumer group, if any.")
    private String group;

    @Option(names = "--json", description = "Print the rights themselves as JSON.")
    private boolean json;

    @Mixin
    private ConnectionOptions connection;

    @Spec
    private CommandSpec spec;

    /** Who may do what. */
    enum Role {
        MONITOR,
        PUBLISHER,
        IMPORTER,
        REVIEWER,
        ANALYST,
        CONSUMER,
        STATISTICIAN,
        REPLAYER,
        AUDITOR,
        PRIVACY,
        BACKUP,
        ADMINISTRATOR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What {@code --json} prints of each right. */
    record Allowed(String resource, String pattern, String name, String operation) {
        static Allowed of(Right right) {
            return new Allowed(
                    right.on().resourceType().name(),
                    right.on().patternType().name(),
                    right.on().name(),
                    right.operation().name());
        }
    }

    @Override
    public Integer call() {
        MonitorConfig config = connection.load();
        List<Right> rights = rights(config);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(rights.stream().map(Allowed::of).toList()));
        } else {
            new AclCommands(config.bootstrapServers(), config.isSecured())
                    .allow(principal, rights)
                    .forEach(out::println);
        }
        out.flush();
        return Exit.OK;
    }

    private List<Right> rights(MonitorConfig config) {
        refuse(feeds, "--feed", EnumSet.of(Role.PUBLISHER, Role.IMPORTER));
        refuse(group, "--group", EnumSet.of(Role.CONSUMER, Role.STATISTICIAN));
        Set<Feed> published = feeds == null ? EnumSet.allOf(Feed.class) : feeds;
        AclCatalog catalog = new AclCatalog(config.topics().catalog(), config.applicationId());
        return switch (role) {
            case MONITOR -> Monitor.rights(config);
            case PUBLISHER -> catalog.publisher(published);
            case IMPORTER -> catalog.importer(published);
            case REVIEWER -> catalog.reviewer();
            case ANALYST -> catalog.analyst();
            case CONSUMER -> catalog.consumer(Optional.ofNullable(group));
            case STATISTICIAN -> catalog.statistician(Optional.ofNullable(group));
            case REPLAYER -> catalog.replayer();
            case AUDITOR -> catalog.auditor();
            case PRIVACY -> catalog.privacy();
            case BACKUP -> catalog.backup();
            case ADMINISTRATOR -> catalog.administrator();
        };
    }

    /** An option that would be without effect is a mistake about who gets what. */
    private void refuse(Object given, String option, Set<Role> meant) {
        if (given != null && !meant.contains(role)) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " is not for " + role + ", but for "
                            + meant.stream().map(Role::toString).collect(Collectors.joining(" and ")));
        }
    }
}
