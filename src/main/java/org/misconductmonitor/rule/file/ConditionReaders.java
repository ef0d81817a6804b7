package org.misconductmonitor.rule.file;

import java.util.List;
import java.util.Optional;

/** The kinds of rules that files can hold. */
final class ConditionReaders {
    static final List<ConditionReader> ALL = List.of(
            new ThresholdReader(),
            new ScoreReader(),
            new AbsenceReader(),
            new StateReader(),
            new ConcurrentReader(),
            new SequenceReader(),
            new TrendReader(),
            new ClusterReader(),
            new FeedReader(),
            new SurgeReader(),
            new PeerReader(),
            new DecisionMakerReader());

    private ConditionReaders() {}

    static List<String> kinds() {
        return ALL.stream().map(ConditionReader::kind).toList();
    }

    static Optional<ConditionReader> of(String kind) {
        return ALL.stream().filter(reader -> reader.kind().equals(kind)).findFirst();
    }
}
