package org.misconductmonitor.topology;

import java.util.List;
import java.util.stream.Collectors;

/** The topics of a cluster are not as they must be; the message says how to mend every one of them. */
public final class TopicCheckException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<TopicFinding> findings;

    public TopicCheckException(String bootstrapServers, List<TopicFinding> findings) {
        super(findings.stream()
                .map(TopicFinding::describe)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "the topics at %s are not as the monitor needs them, so it does not start (%d to mend):%n"
                                .formatted(bootstrapServers, findings.size()),
                        "")));
        this.findings = List.copyOf(findings);
    }

    public List<TopicFinding> findings() {
        return findings;
    }
}
