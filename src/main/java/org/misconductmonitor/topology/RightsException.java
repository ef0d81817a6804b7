package org.misconductmonitor.topology;

import java.util.List;
import java.util.stream.Collectors;

/** The cluster does not allow what the monitor needs; the message names every missing right and how to grant it. */
public final class RightsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String PRINCIPAL = "User:NAME";

    private final transient List<Right> missing;

    RightsException(String bootstrapServers, List<Right> missing, AclCommands commands) {
        super("""
                the cluster at %s does not allow what the monitor needs, so it does not run. Missing:
                %s
                An administrator grants it, with the monitor's principal for %s:
                %s
                `topics acls --role monitor` prints everything it needs.""".formatted(
                        bootstrapServers,
                        indented(missing.stream().map(Right::describe).toList()),
                        PRINCIPAL,
                        indented(commands.allow(PRINCIPAL, missing))));
        this.missing = List.copyOf(missing);
    }

    public List<Right> missing() {
        return missing;
    }

    private static String indented(List<String> lines) {
        return lines.stream().map(line -> "    " + line).collect(Collectors.joining("\n"));
    }
}
