package org.misconductmonitor.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** What the cluster allows on topics. Of a prefix one topic stands for all, one that exists if there is any. */
final class TopicRights {
    private final Admin admin;
    private final PermittedAnswers answers;
    private final Map<ResourcePattern, String> examples;
    private final Map<String, PermittedAnswers.Answer<TopicDescription>> described;

    private TopicRights(
            Admin admin,
            PermittedAnswers answers,
            Map<ResourcePattern, String> examples,
            Map<String, PermittedAnswers.Answer<TopicDescription>> described) {
        this.admin = admin;
        this.answers = answers;
        this.examples = examples;
        this.described = described;
    }

    static TopicRights ask(Admin admin, PermittedAnswers answers, Collection<Right> needed) {
        Set<String> existing = answers.await(admin.listTopics().names()).value().orElse(Set.of());
        Map<ResourcePattern, String> examples = needed.stream()
                .map(Right::on)
                .filter(on -> on.resourceType() == ResourceType.TOPIC)
                .distinct()
                .collect(Collectors.toMap(on -> on, on -> existing.stream()
                        .filter(
                                on.patternType() == PatternType.PREFIXED
                                        ? name -> name.startsWith(on.name())
                                        : name -> false)
                        .findFirst()
                        .orElse(example(on))));
        Map<String, PermittedAnswers.Answer<TopicDescription>> described = new HashMap<>();
        admin.describeTopics(
                        List.copyOf(examples.values()), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .forEach((name, answer) -> described.put(name, answers.await(answer)));
        return new TopicRights(admin, answers, examples, described);
    }

    /** A name that the pattern matches. */
    static String example(ResourcePattern on) {
        return on.patternType() == PatternType.PREFIXED ? on.name() + "rights-check" : on.name();
    }

    boolean isAllowed(Right right) {
        String topic = examples.get(right.on());
        PermittedAnswers.Answer<TopicDescription> answer = described.get(topic);
        Optional<Set<AclOperation>> known = answer.value().map(TopicDescription::authorizedOperations);
        if (known.isPresent()) {
            return known.get().contains(right.operation());
        }
        return switch (right.operation()) {
            case DESCRIBE_CONFIGS -> mayDescribeConfigs(topic);
            case CREATE -> mayCreate(topic);
            default -> answer.permitted();
        };
    }

    private boolean mayDescribeConfigs(String topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return answers.await(admin.describeConfigs(List.of(resource)).values().get(resource))
                .permitted();
    }

    /** Nothing is made. */
    private boolean mayCreate(String topic) {
        NewTopic asked = new NewTopic(topic, Optional.empty(), Optional.empty());
        return answers.await(admin.createTopics(List.of(asked), new CreateTopicsOptions().validateOnly(true))
                        .values()
                        .get(topic))
                .permitted();
    }
}
