package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Commands of Kafka's own tool that grant rights, ready to be pasted into a shell. */
public final class AclCommands {
    private final String connection;

    /**
     * @param bootstrapServers as the monitor reaches the cluster
     * @param secured whether the tool will need the credentials of a properties file of its own
     */
    public AclCommands(String bootstrapServers, boolean secured) {
        this.connection = MendCommands.connection(bootstrapServers, secured);
    }

    /**
     * As few as possible: resources of one kind on which the same is allowed share a command.
     *
     * @param principal such as {@code User:monitor}
     */
    public List<String> allow(String principal, Collection<Right> rights) {
        Map<ResourcePattern, Set<String>> operations = new LinkedHashMap<>();
        rights.forEach(right -> operations
                .computeIfAbsent(right.on(), on -> new LinkedHashSet<>())
                .add(right.operationName()));
        Map<Group, List<String>> groups = new LinkedHashMap<>();
        operations.forEach((on, allowed) -> groups.computeIfAbsent(
                        new Group(on.resourceType(), on.patternType(), allowed), group -> new ArrayList<>())
                .add(on.name()));
        return groups.entrySet().stream()
                .map(group -> "kafka-acls.sh" + connection + " --add --allow-principal " + quoted(principal)
                        + group.getKey().operations() + group.getKey().resources(group.getValue()))
                .toList();
    }

    private record Group(ResourceType type, PatternType pattern, Set<String> allowed) {
        String operations() {
            return allowed.stream()
                    .map(operation -> " --operation " + operation)
                    .collect(Collectors.joining());
        }

        String resources(List<String> names) {
            String option = " --" + type.name().toLowerCase(Locale.ROOT).replace('_', '-') + " ";
            return names.stream().map(name -> option + name).collect(Collectors.joining())
                    + (pattern == PatternType.PREFIXED ? " --resource-pattern-type prefixed" : "");
        }
    }

    /** Distinguished names of certificates have blanks. */
    private static String quoted(String word) {
        return word.matches("[\\w:.,=/@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
