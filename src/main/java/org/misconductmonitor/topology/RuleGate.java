package org.misconductmonitor.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rules that analysts publish. One that is wrong becomes a dead letter, and the last good version stays. */
final class RuleGate extends CheckedGate<RuleVersion> {
    private static final Logger LOG = LoggerFactory.getLogger(RuleGate.class);

    private final Deserializer<Object> deserializer;
    private final RuleVersionAvro avro = new RuleVersionAvro();

    RuleGate(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    RuleVersion check(Origin origin) {
        RuleVersion published = avro.read(Decoding.decode(origin, deserializer));
        if (!EventCheck.isId(published.ruleId())) {
            throw refused(Rejection.Reason.INVALID_ID);
        }
        if (!origin.hasKey(published.ruleId())) {
            throw refused(Rejection.Reason.KEY_MISMATCH);
        }
        try {
            PublishedRules.check(published);
        } catch (RuleFileException e) {
            LOG.error("A published rule is wrong and does not get live: {}", e.getMessage());
            throw refused(Rejection.Reason.INVALID_RULE);
        }
        return published;
    }

    @Override
    void admit(RuleVersion published, long timestamp) {
        Record<Object, Object> rule = new Record<>(null, new Arrival.RulePublished(published), timestamp);
        // Officers first: they keep it for all.
        context().forward(rule, Names.OFFICERS);
        context().forward(rule, Names.TENANTS);
    }
}
