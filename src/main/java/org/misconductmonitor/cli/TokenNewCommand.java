package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.security.NewToken;
import org.misconductmonitor.web.security.TokenFileException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code token new}: a token, and the line that makes it good. */
@Command(
        name = "new",
        description = {
            "Makes up a token. The line for the token file (http.auth.token.file) goes to the standard output; it holds the"
                    + " hash, never the token. The token itself is shown once, on the error output. Asks nobody.",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 made, 2 wrong arguments.",
            "To begin: misconduct-monitor token new --name desk --role reviewer --tenant north --all-forces >> tokens"
        },
        sortOptions = false)
final class TokenNewCommand implements Callable<Integer> {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            required = true,
            description = "Who will have it; it is written to what they do.")
    private String name;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "What they are: ${COMPLETION-CANDIDATES}. May be given several times.")
    private Set<Role> roles;

    @ArgGroup
    private Tenants tenants = new Tenants();

    @ArgGroup
    private Forces forces = new Forces();

    @ArgGroup
    private Publishers publishers = new Publishers();

    @Option(
            names = "--expires",
            paramLabel = "DATE",
            description = "Until when it is good, that day (UTC) not included. Without it, until its line is removed.")
    private LocalDate expires;

    @Option(names = "--json", description = "Print token and line as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** Whose data. */
    private static final class Tenants {
        @Option(
                names = "--tenant",
                paramLabel = "ID",
                description = "Whose data they may see. May be given several times; without: nobody's.")
        private Set<String> ids = Set.of();

        @Option(names = "--all-tenants", description = "They may see the data of every tenant.")
        private boolean all;
    }

    /** From which forces. */
    private static final class Forces {
        @Option(
                names = "--force",
                paramLabel = "ID",
                description = "From which forces. May be given several times; without: from none.")
        private Set<String> ids = Set.of();

        @Option(names = "--all-forces", description = "From every force, and what names none.")
        private boolean all;
    }

    /** Whose accounts. */
    private static final class Publishers {
        @Option(
                names = "--publisher",
                paramLabel = "ID",
                description = "Whose accounts and refused events. May be given several times; without: of --name.")
        private Set<String> ids;

        @Option(names = "--all-publishers", description = "The accounts of every publisher.")
        private boolean all;
    }

    @Override
    public Integer call() {
        NewToken made = made();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, String> both = new LinkedHashMap<>();
            both.put("token", made.token());
            both.put("line", made.line());
            out.println(JsonOutput.of(both));
        } else {
            PrintWriter err = spec.commandLine().getErr();
            err.println("The token, shown only now: " + made.token());
            err.println("Its line, for the file that http.auth.token.file names (chmod 600):");
            err.flush();
            out.println(made.line());
        }
        out.flush();
        return Exit.OK;
    }

    private NewToken made() {
        Reach reach = new Reach(
                limit(tenants.all, tenants.ids),
                limit(forces.all, forces.ids),
                limit(publishers.all, publishers.ids == null ? List.of(name) : publishers.ids));
        Instant end =
                expires == null ? null : expires.atStartOfDay(ZoneOffset.UTC).toInstant();
        try {
            return NewToken.of(new Caller(name, roles, reach), end, new SecureRandom());
        } catch (TokenFileException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private static Limit limit(boolean all, Collection<String> ids) {
        return all ? Limit.ALL : Limit.to(ids);
    }
}
