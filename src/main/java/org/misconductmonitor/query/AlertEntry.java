package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.PublishedAlert;

/**
 * What the index keeps of an alert: enough to choose and sort it, its latest revision if that is small, and where its
 * revisions are.
 *
 * @param forces of its evidence
 * @param stands whether the latest revision stands
 * @param changedAt ingestion time of the latest revision
 * @param partition in which all its revisions are
 * @param offsets of its revisions, the latest last; of very many only the latest
 * @param revisions how many there are in the topic
 * @param latest encoded, or null if it is large: it is read from the topic then
 */
record AlertEntry(
        String alertId,
        String ruleId,
        String level,
        String tenantId,
        Subject subject,
        Alert.Transition transition,
        Alert.Handling handling,
        boolean shadow,
        boolean stands,
        Instant firedAt,
        Instant changedAt,
        Set<String> forces,
        int partition,
        long[] offsets,
        int revisions,
        byte[] latest) {
    /** How many revisions of an alert can be shown. */
    static final int MOST_REVISIONS = 1_000;

    /** @param before what the index keeps of it until now, or null */
    static AlertEntry of(PublishedAlert published, AlertEntry before) {
        Alert alert = published.alert();
        return new AlertEntry(
                alert.alertId(),
                alert.rule().id(),
                alert.level(),
                alert.tenantId(),
                alert.subject(),
                alert.transition(),
                alert.handling(),
                alert.rule().shadow(),
                alert.stands(),
                alert.firedAt(),
                published.publishedAt(),
                alert.evidence().stream()
                        .map(Evidence::force)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()),
                published.partition(),
                before == null ? new long[] {published.offset()} : longer(before.offsets, published.offset()),
                before == null ? 1 : before.revisions + 1,
                null);
    }

    /** With one copy of the words that many alerts share. */
    AlertEntry kept(UnaryOperator<String> word, byte[] bytes) {
        return new AlertEntry(
                alertId,
                word.apply(ruleId),
                word.apply(level),
                word.apply(tenantId),
                subject,
                transition,
                handling,
                shadow,
                stands,
                firedAt,
                changedAt,
                forces.stream().map(word).collect(Collectors.toUnmodifiableSet()),
                partition,
                offsets,
                revisions,
                bytes);
    }

    private static long[] longer(long[] offsets, long offset) {
        int from = offsets.length < MOST_REVISIONS ? 0 : 1;
        long[] longer = Arrays.copyOfRange(offsets, from, offsets.length + 1);
        longer[longer.length - 1] = offset;
        return longer;
    }

    long offset() {
        return offsets[offsets.length - 1];
    }
}
