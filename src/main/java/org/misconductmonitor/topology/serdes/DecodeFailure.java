package org.misconductmonitor.topology.serdes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.topology.serdes.MalformedRecordException.Reason;

/** What a failure to decode means for the record, whoever's deserializer threw it. */
public sealed interface DecodeFailure {
    /** The registry could not be asked. The record may be good: try it again, never dead-letter it. */
    record Unavailable() implements DecodeFailure {}

    /** The record can never be decoded: a dead letter. */
    record Malformed(Reason reason) implements DecodeFailure {}

    /** In doubt about the registry: unavailable, because a record tried in vain is not lost. */
    static DecodeFailure classify(Throwable failure) {
        List<Throwable> chain = chain(failure);
        for (Throwable link : chain) {
            if (link instanceof MalformedRecordException malformed) {
                return new Malformed(malformed.reason());
            }
            if (link instanceof RegistryUnavailableException || link instanceof RegistryRefusedException) {
                return new Unavailable();
            }
        }
        List<ForeignFailure> foreign = chain.stream().map(ForeignFailure::new).toList();
        return foreign.stream()
                .flatMap(link -> link.onRegistry().stream())
                .findFirst()
                .or(() -> foreign.stream()
                        .flatMap(link -> link.onBytes().stream())
                        .findFirst())
                .orElseGet(() -> new Malformed(Reason.UNDECODABLE));
    }

    /** The first cause first: it knows best. */
    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null && seen.add(link); link = link.getCause()) {
            chain.add(0, link);
        }
        return chain;
    }
}
