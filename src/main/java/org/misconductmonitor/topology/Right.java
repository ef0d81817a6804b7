package org.misconductmonitor.topology;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** One operation on one resource of the cluster, or on every resource whose name begins alike. */
public record Right(ResourcePattern on, AclOperation operation) {
    private static final String FROM_ANYWHERE = "*";

    static Right onTopic(String name, AclOperation operation) {
        return new Right(new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL), operation);
    }

    static Right onTopics(String prefix, AclOperation operation) {
        return new Right(new ResourcePattern(ResourceType.TOPIC, prefix, PatternType.PREFIXED), operation);
    }

    static Right onGroup(String name, AclOperation operation) {
        return new Right(new ResourcePattern(ResourceType.GROUP, name, PatternType.LITERAL), operation);
    }

    static Right onTransactions(String name, PatternType pattern) {
        return new Right(new ResourcePattern(ResourceType.TRANSACTIONAL_ID, name, pattern), AclOperation.WRITE);
    }

    /** @param principal such as {@code User:monitor} */
    public AclBinding allow(String principal) {
        return new AclBinding(on, new AccessControlEntry(principal, FROM_ANYWHERE, operation, AclPermissionType.ALLOW));
    }

    /** For a person. */
    public String describe() {
        String resource = on.resourceType().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return operationName() + " on "
                + (on.patternType() == PatternType.PREFIXED
                        ? "every " + resource + " that begins with " + on.name()
                        : resource + " " + on.name());
    }

    /** As Kafka's tools write it: {@code DescribeConfigs}. */
    String operationName() {
        return Arrays.stream(operation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
