package org.misconductmonitor.topology;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Topics that meet in one task need the same number of partitions, or an officer's facts would not meet. Pure. */
final class PartitionChecks {
    private static final String WHY = "facts about one officer must arrive in one task, whatever topic they come from";

    private final MendCommands mend;
    private final Optional<Integer> agreed;

    PartitionChecks(TopicCatalog catalog, MendCommands mend, Map<String, TopicState> states) {
        this.mend = mend;
        List<Integer> counts = catalog.all().stream()
                .filter(spec -> spec.topic().kind().coPartitioned())
                .map(spec -> states.get(spec.name()))
                .filter(Objects::nonNull)
                .map(TopicState::partitions)
                .distinct()
                .toList();
        this.agreed = counts.size() == 1 ? Optional.of(counts.get(0)) : Optional.empty();
    }

    Optional<TopicFinding> check(TopicSpec spec, TopicState state) {
        if (!spec.topic().kind().coPartitioned() || state.partitions() == spec.partitions()) {
            return Optional.empty();
        }
        return Optional.of(new TopicFinding(
                spec.name(),
                "partitions",
                Integer.toString(state.partitions()),
                "must be " + spec.partitions(),
                WHY,
                remedy(spec, state)));
    }

    private String remedy(TopicSpec spec, TopicState state) {
        if (agreed.isPresent()) {
            return "set topics.partitions=" + agreed.get()
                    + " in the monitor's configuration: every topic agrees on it";
        }
        if (!state.empty()) {
            return ("it holds records, and changing its partitions would part officers from their history: set"
                            + " topics.partitions=%d if the topics with records have that many, else set another"
                            + " topics.prefix, run `topics create` and publish everything again")
                    .formatted(state.partitions());
        }
        return state.partitions() < spec.partitions()
                ? mend.addPartitions(spec.name(), spec.partitions())
                : mend.createAgain(spec);
    }
}
