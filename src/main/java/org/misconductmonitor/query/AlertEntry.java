package org.misconductmonitor.query;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.topology.PublishedAlert;

/**
 * What the index keeps of an alert: enough to choose and sort it, its latest revision if that is small, and where its
 * revisions are.
 *
 * @param revision number of the latest revision
 * @param review where its review is
 * @param forces it comes from
 * @param covert whether any revision rests, or rested, on covert facts: to those who may not know of them there is none
 * @param stands whether the latest revision stands
 * @param changedAt ingestion time of the latest revision
 * @param partition in which all its revisions are
 * @param offsets of its revisions, the latest last; of very many only the latest
 * @param actions offsets of the revisions that reviewers made, as those of all
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
        Handling handling,
        boolean shadow,
        boolean covert,
        boolean stands,
        Instant firedAt,
        Instant changedAt,
        int revision,
        ReviewState review,
        Set<String> forces,
        int partition,
        long[] offsets,
        long[] actions,
        int revisions,
        byte[] latest) {
    /** How many revisions of an alert can be shown. */
    static final int MOST_REVISIONS = 1_000;

    private static final long[] NONE = {};

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
                alert.handling() == Handling.COVERT || before != null && before.covert,
                alert.stands(),
                alert.firedAt(),
                published.publishedAt(),
                alert.revision(),
                ReviewState.of(alert.life()),
                alert.forces(),
                published.partition(),
                longer(before == null ? NONE : before.offsets, published.offset()),
                actions(published, before == null ? NONE : before.actions),
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
                covert,
                stands,
                firedAt,
                changedAt,
                revision,
                review,
                forces.stream().map(word).collect(Collectors.toUnmodifiableSet()),
                partition,
                offsets,
                actions,
                revisions,
                bytes);
    }

    private static long[] actions(PublishedAlert published, long[] before) {
        return published.alert().notice().did() == null ? before : longer(before, published.offset());
    }

    private static long[] longer(long[] offsets, long offset) {
        int from = offsets.length < MOST_REVISIONS ? 0 : 1;
        long[] longer = Arrays.copyOfRange(offsets, from, offsets.length + 1);
        longer[longer.length - 1] = offset;
        return longer;
    }

    /** Whether the caller may know that there is such an alert. */
    boolean isFor(Caller caller) {
        return caller.reach().hasAlert(tenantId, forces) && (!covert || caller.may(Permission.READ_COVERT));
    }

    /** Whether the caller may know from which of these forces it comes. */
    boolean comesFrom(Set<String> asked, Caller caller) {
        return (handling == Handling.OPEN || caller.may(Permission.READ_CONFIDENTIAL))
                && forces.stream()
                        .anyMatch(
                                force -> asked.contains(force) && caller.reach().hasForce(force));
    }

    long offset() {
        return offsets[offsets.length - 1];
    }
}
