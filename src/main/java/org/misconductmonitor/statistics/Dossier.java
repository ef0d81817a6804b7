package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.engine.Chronicle;
import org.misconductmonitor.engine.Erasures;
import org.misconductmonitor.engine.Known;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventRevisions;
import org.misconductmonitor.event.EventRevisions.Verdict;
import org.misconductmonitor.event.Subject;

/** Facts that may say something of one another, and no others: as a rule one case, or a single report. */
final class Dossier {
    /** A fact is an eventId under one subject. */
    private record Identity(Subject subject, String eventId) {}

    private final Map<Identity, Event> facts = new HashMap<>(2);
    /** Those of which it says, or has said, whom they name. */
    private Set<String> aliases = Set.of();
    /** What they say, as told last. */
    private List<Known> story = List.of();
    /** The dossier that has taken in this one, or null. */
    private Dossier successor;

    /** @return null if the fact is new */
    Verdict take(Event event) {
        Identity identity = new Identity(event.subject(), event.eventId());
        Event known = facts.get(identity);
        Verdict verdict = known == null ? null : EventRevisions.compare(known, event);
        if (verdict == null || verdict == Verdict.REPLACES) {
            facts.put(identity, event);
            String alias = Keys.alias(event);
            if (alias != null) {
                addAliases(Set.of(alias));
            }
        }
        return verdict;
    }

    /** Takes in another, which is empty from now on. */
    void join(Dossier other) {
        facts.putAll(other.facts);
        addAliases(other.aliases);
        other.facts.clear();
        other.aliases = Set.of();
        other.story = List.of();
        other.successor = this;
    }

    private void addAliases(Set<String> more) {
        if (!aliases.containsAll(more)) {
            Set<String> all = new HashSet<>(aliases);
            all.addAll(more);
            aliases = all;
        }
    }

    /** Forgets what was erased where it was published. */
    void forget(Erasures erasures) {
        facts.values().removeIf(fact -> erasures.cover(fact, fact.subject()));
    }

    /** Where its facts are now. */
    Dossier latest() {
        Dossier latest = this;
        while (latest.successor != null) {
            latest = latest.successor;
        }
        return latest;
    }

    int size() {
        return facts.size();
    }

    Collection<Event> facts() {
        return facts.values();
    }

    Set<String> aliases() {
        return aliases;
    }

    /** Tells anew what its facts say, with what was said elsewhere of the aliases in it. */
    void tell(List<Event> elsewhere, Erasures erasures) {
        List<Event> all = new ArrayList<>(facts.values());
        all.addAll(elsewhere);
        Set<String> foreign = elsewhere.stream().map(Event::eventId).collect(Collectors.toSet());
        story = Chronicle.of(all, erasures).stream()
                .filter(known -> !foreign.contains(known.fact().eventId()))
                .toList();
    }

    List<Known> story() {
        return story;
    }
}
