package org.misconductmonitor.query;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.HostInfo;
import org.misconductmonitor.event.Subject;

/** Which instance holds what is stored of a subject. */
final class Holders {
    private static final int SOON = 1;

    private final RunningStreams streams;
    private final Supplier<InstanceAddress> own;

    Holders(RunningStreams streams, Supplier<InstanceAddress> own) {
        this.streams = streams;
        this.own = own;
    }

    /**
     * Who holds a subject's part of a store.
     *
     * @throws UnavailableException while nobody does, or nobody knows
     */
    Whereabouts of(String store, Subject subject) {
        KeyQueryMetadata holder = metadata(store, subject);
        if (holder == null || holder.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new UnavailableException("partitions are moving between instances", SOON);
        }
        HostInfo host = holder.activeHost();
        return host.equals(HostInfo.unavailable()) || own.get().is(host.host(), host.port())
                ? new Whereabouts.Here(holder.partition())
                : new Whereabouts.There(host.host(), host.port());
    }

    private KeyQueryMetadata metadata(String store, Subject subject) {
        try {
            return streams.get().queryMetadataForKey(store, subject.id(), new StringSerializer());
        } catch (StreamsNotStartedException e) {
            throw new UnavailableException("the monitor is starting", SOON);
        }
    }
}
