package org.misconductmonitor.topology;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.EventCheck;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;
import org.misconductmonitor.rule.RuleVersion;
import org.misconductmonitor.rule.file.PublishedRules;
import org.misconductmonitor.rule.file.RuleFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads rules that analysts publish. One that is wrong becomes a dead letter, and the last good version stays. */
final class RuleGate implements Processor<byte[], byte[], Object, Object> {
    private static final Logger LOG = LoggerFactory.getLogger(RuleGate.class);

    private final Deserializer<Object> deserializer;
    private final RuleVersionAvro avro = new RuleVersionAvro();
    private ProcessorContext<Object, Object> context;
    private Accounting accounting;

    RuleGate(Deserializer<Object> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        accounting = new Accounting(processorContext.getStateStore(Names.ACCOUNTING));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        accounting.read(origin);
        try {
            RuleVersion published = check(origin);
            accounting.count(origin, Accounting.Outcome.ACCEPTED);
            Record<Object, Object> rule = new Record<>(null, new Arrival.RulePublished(published), record.timestamp());
            // Officers first: they keep it for all.
            context.forward(rule, Names.OFFICERS);
            context.forward(rule, Names.TENANTS);
        } catch (InvalidEventException e) {
            accounting.count(origin, e.rejection());
            context.forward(DeadLetters.of(origin, e.rejection()), Names.DEAD_LETTERS_SINK);
        }
    }

    private RuleVersion check(Origin origin) {
        if (origin.key() == null) {
            throw refused(Rejection.Reason.NULL_KEY);
        }
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

    private static InvalidEventException refused(Rejection.Reason reason) {
        return new InvalidEventException(reason, null);
    }
}
