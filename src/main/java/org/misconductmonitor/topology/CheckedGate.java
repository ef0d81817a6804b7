package org.misconductmonitor.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.misconductmonitor.event.InvalidEventException;
import org.misconductmonitor.event.Rejection;

/** Lets in what is right of one topic. What is not becomes a dead letter; all of it is counted. */
abstract class CheckedGate<T> implements Processor<byte[], byte[], Object, Object> {
    private ProcessorContext<Object, Object> context;
    private Accounting accounting;

    /**
     * Reads a record.
     *
     * @throws InvalidEventException if it is wrong
     */
    abstract T check(Origin origin);

    /** Sends on what was right. */
    abstract void admit(T checked, long timestamp);

    /** The record as its dead letter keeps it. */
    Origin letter(Origin refused) {
        return refused;
    }

    final ProcessorContext<Object, Object> context() {
        return context;
    }

    @Override
    public final void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        accounting = new Accounting(processorContext.getStateStore(Names.ACCOUNTING));
    }

    @Override
    public final void process(Record<byte[], byte[]> record) {
        Origin origin = Origin.of(record, context.recordMetadata().orElseThrow());
        accounting.read(origin);
        try {
            T checked = checked(origin);
            accounting.count(origin, Accounting.Outcome.ACCEPTED);
            admit(checked, record.timestamp());
        } catch (InvalidEventException e) {
            accounting.count(origin, e.rejection());
            context.forward(DeadLetters.of(letter(origin), e.rejection()), Names.DEAD_LETTERS_SINK);
        }
    }

    private T checked(Origin origin) {
        if (origin.key() == null) {
            throw refused(Rejection.Reason.NULL_KEY);
        }
        return check(origin);
    }

    static InvalidEventException refused(Rejection.Reason reason) {
        return new InvalidEventException(reason, null);
    }
}
