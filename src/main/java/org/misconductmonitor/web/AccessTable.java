package org.misconductmonitor.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.access.Role;

/** Which role may ask for which operation, as the operations themselves say: nothing is written down twice. */
final class AccessTable {
    private AccessTable() {}

    /** Roles that may ask for it; all of them for what is open to everybody. */
    static List<Role> roles(Operation operation) {
        return Arrays.stream(Role.values())
                .filter(role -> operation.permission() == null || role.allows(operation.permission()))
                .toList();
    }

    /** In Markdown, a line for each operation. */
    static String markdown(List<Operation> operations) {
        List<String> roles = Arrays.stream(Role.values()).map(AccessTable::word).toList();
        String head = line(Stream.concat(Stream.of("operation", "permission", "nobody"), roles.stream()));
        String rule = line(Stream.generate(() -> "---").limit(roles.size() + 3));
        return Stream.concat(Stream.of(head, rule), operations.stream().map(AccessTable::line))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String line(Operation operation) {
        boolean open = operation.permission() == null;
        List<Role> allowed = roles(operation);
        return line(Stream.concat(
                Stream.of(
                        "`" + operation.method() + " " + operation.path() + "`",
                        open ? "(open)" : word(operation.permission()),
                        open ? "yes" : ""),
                Arrays.stream(Role.values()).map(role -> allowed.contains(role) ? "yes" : "")));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
