package org.misconductmonitor.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares topics as they are with topics as they must be. Pure. */
final class TopicChecks {
    private final TopicCatalog catalog;
    private final MendCommands mend;

    TopicChecks(TopicCatalog catalog, MendCommands mend) {
        this.catalog = catalog;
        this.mend = mend;
    }

    /** @param states what exists, by name */
    List<TopicFinding> check(Map<String, TopicState> states) {
        List<TopicFinding> findings = new ArrayList<>();
        PartitionChecks partitions = new PartitionChecks(catalog, mend, states);
        for (TopicSpec spec : catalog.all()) {
            TopicState state = states.get(spec.name());
            if (state == null) {
                findings.add(missing(spec));
            } else {
                partitions.check(spec, state).ifPresent(findings::add);
                spec.settings().forEach(setting -> compare(state, setting).ifPresent(findings::add));
            }
        }
        return findings;
    }

    private TopicFinding missing(TopicSpec spec) {
        return new TopicFinding(
                spec.name(),
                "topic",
                "missing",
                "must exist",
                "for " + spec.topic().purpose() + "; `topics create` makes all that are missing, or this one alone",
                mend.create(spec));
    }

    private Optional<TopicFinding> compare(TopicState state, TopicSetting setting) {
        String actual = state.config().get(setting.name());
        return setting.accepts(actual)
                ? Optional.empty()
                : Optional.of(new TopicFinding(
                        state.name(),
                        setting.name(),
                        actual == null ? "unknown" : actual,
                        setting.requirement(),
                        setting.why(),
                        mend.set(state.name(), setting.name(), setting.value())));
    }
}
