package org.misconductmonitor.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/** Makes a failing stream smaller while it still fails, with bounded effort: events, then rules, then fields. */
public final class Shrinker {
    private static final Set<Field> REQUIRED =
            EnumSet.of(Field.EVENT_ID, Field.EVENT_TYPE, Field.TENANT_ID, Field.OFFICER_ID, Field.AT);
    private static final long SECONDS = 30;

    private final Predicate<Scenario> fails;
    private final long deadline = System.nanoTime() + SECONDS * 1_000_000_000L;
    private Scenario least;

    /** @param fails whether a stream shows the failure */
    public Shrinker(Predicate<Scenario> fails) {
        this.fails = fails;
    }

    /** @return a failing stream from which nothing can be taken away, or the least one found in the time */
    public Scenario shrink(Scenario failing) {
        least = failing;
        boolean smaller = true;
        while (smaller) {
            smaller = dropEvents();
            smaller |= dropRules();
            smaller |= simplifyRules();
            smaller |= dropFields();
        }
        return least;
    }

    private boolean accept(Scenario candidate) {
        if (System.nanoTime() < deadline && fails.test(candidate)) {
            least = candidate;
            return true;
        }
        return false;
    }

    private boolean dropEvents() {
        boolean smaller = false;
        for (int chunk = Math.max(1, least.events().size() / 2); chunk > 0; chunk /= 2) {
            for (int end = least.events().size(); end > 0; end -= chunk) {
                List<Event> rest = new ArrayList<>(least.events());
                rest.subList(Math.max(0, end - chunk), end).clear();
                smaller |= accept(least.withEvents(rest));
            }
        }
        return smaller;
    }

    private boolean dropRules() {
        boolean smaller = false;
        for (Rule rule : least.rules().rules()) {
            List<Rule> rest = new ArrayList<>(least.rules().rules());
            rest.remove(rule);
            smaller |= accept(least.withRules(new RuleSet(rest)));
        }
        return smaller;
    }

    private boolean simplifyRules() {
        boolean smaller = false;
        for (int i = 0; i < least.rules().rules().size(); i++) {
            for (Rule simpler : SimplerRules.of(least.rules().rules().get(i))) {
                List<Rule> rules = new ArrayList<>(least.rules().rules());
                rules.set(i, simpler);
                if (accept(least.withRules(new RuleSet(rules)))) {
                    smaller = true;
                    break;
                }
            }
        }
        return smaller;
    }

    private boolean dropFields() {
        boolean smaller = false;
        for (int i = 0; i < least.events().size(); i++) {
            for (Field field : least.events().get(i).fields().keySet()) {
                Event event = least.events().get(i);
                boolean ownTime = field == Field.RECORDED_AT && event.type() == EventType.RECORDED;
                boolean bare = field == Field.REVISION && event.revision() == 1;
                if (!REQUIRED.contains(field) && !ownTime && !bare) {
                    Map<Field, Object> none = new HashMap<>();
                    none.put(field, null);
                    List<Event> events = new ArrayList<>(least.events());
                    events.set(i, event.with(none));
                    smaller |= accept(least.withEvents(events));
                }
            }
        }
        return smaller;
    }
}
