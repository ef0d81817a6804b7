package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Peer;

/** Every officer's count at every midnight, compared with those of all who were peers then. */
final class ReferencePeer {
    private static final Set<EventType> STAYS = Set.of(
            EventType.JOINED, EventType.POSTED, EventType.TRANSFERRED, EventType.PROMOTED, EventType.RANK_CHANGED);

    private final ReferenceFacts facts;
    private final Peer peer;
    private final Instant now;
    private final List<ReferenceFacts> officers;
    private final Map<String, List<Seen>> counted = new HashMap<>();

    ReferencePeer(ReferenceFacts facts, Peer peer, Instant now) {
        this.facts = facts.about(
                facts.subjectId(),
                fact -> fact.text(Field.OFFICER_ID) != null
                        && (peer.on().contains(fact.fact().type())
                                || STAYS.contains(fact.fact().type())
                                || fact.fact().type() == EventType.LEFT));
        this.peer = peer;
        this.now = now;
        this.officers = ReferencePopulation.each(this.facts, Field.OFFICER_ID);
        officers.forEach(officer -> counted.put(officer.subjectId(), counted(officer.all())));
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        for (ReferenceFacts officer : officers) {
            List<Seen> mine = counted.get(officer.subjectId());
            int last = -1;
            for (Instant midnight : ReferenceDays.midnights(mine)) {
                List<Integer> counts = counts(officer, midnight);
                List<Seen> window = ReferenceDays.window(mine, peer.window(), midnight);
                int before = distinct(ReferenceDays.before(mine, peer.window(), midnight));
                if (!reaches(before, counts, 0)) {
                    last = -1;
                }
                while (ReferenceDays.isTold(midnight, now, facts.all())
                        && facts.rule().inForceAt(midnight)
                        && last + 1 < peer.levels().size()
                        && reaches(distinct(window), counts, last + 1)) {
                    last++;
                    String name = peer.levels().get(last).name();
                    alerts.add(ReferenceDays.alert(
                            officer, last, name, midnight, distinct(window), peer.window(), window));
                }
            }
        }
        return alerts;
    }

    private List<Seen> counted(List<Seen> some) {
        return some.stream()
                .filter(fact -> fact.is(peer.on(), facts.rule().where())
                        && fact.fields().get(peer.count().field()) != null)
                .toList();
    }

    private int distinct(List<Seen> some) {
        return (int) some.stream()
                .map(Seen::fields)
                .map((Map<?, Object> fields) -> fields.get(peer.count().field()))
                .distinct()
                .count();
    }

    private boolean reaches(int count, List<Integer> counts, int level) {
        return counts.size() >= peer.group()
                && count >= peer.floor()
                && count
                        > ReferenceDays.nearestRank(
                                counts, peer.levels().get(level).at());
    }

    /** The counts of all peers of the officer then, in order; none if the officer has none. */
    private List<Integer> counts(ReferenceFacts officer, Instant midnight) {
        List<String> group = group(officer, midnight);
        List<Integer> counts = new ArrayList<>();
        for (ReferenceFacts other : officers) {
            if (group != null && group.equals(group(other, midnight))) {
                counts.add(distinct(ReferenceDays.window(counted.get(other.subjectId()), peer.window(), midnight)));
            }
        }
        counts.sort(null);
        return counts;
    }

    /** What the officer was last known as before that midnight; null if something is not known, or the officer has left. */
    private List<String> group(ReferenceFacts officer, Instant midnight) {
        List<Seen> known = officer.all().stream()
                .filter(fact -> fact.at().isBefore(midnight))
                .toList();
        boolean left = false;
        for (Seen fact : known) {
            left = fact.fact().type() == EventType.LEFT
                    || left && !STAYS.contains(fact.fact().type());
        }
        List<String> group = new ArrayList<>();
        for (Field field : peer.peers()) {
            known.stream()
                    .filter(fact -> fact.fact().type() == EventType.RECORDED
                            || fact.fact().type() == EventType.LEFT
                            || STAYS.contains(fact.fact().type()))
                    .map(fact -> fact.text(field))
                    .filter(Objects::nonNull)
                    .reduce((a, b) -> b)
                    .ifPresent(group::add);
        }
        return left || known.isEmpty() || group.size() < peer.peers().size() ? null : group;
    }
}
