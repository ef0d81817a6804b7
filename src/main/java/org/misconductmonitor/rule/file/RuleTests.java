package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;

/** Runs the tests that rules carry. */
public final class RuleTests {
    private RuleTests() {}

    /** What decides which alerts stand; the engine, seen from here. */
    @FunctionalInterface
    public interface Engine {
        /**
         * @param rules the rules
         * @param arrivals events in order of arrival
         * @param now the time at which the alerts are looked at
         * @return the alerts that stand
         */
        List<Standing> standing(RuleSet rules, List<Event> arrivals, Instant now);
    }

    /**
     * A standing alert, as far as tests look at it.
     *
     * @param level its name
     * @param officerId who it is about: an officer, or what else, such as a unit
     * @param firedAt business time
     * @param count what was counted
     * @param evidence event ids in order
     */
    public record Standing(String level, String officerId, Instant firedAt, int count, List<String> evidence) {
        public Standing {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * How a test went.
     *
     * @param name the test
     * @param differences what is not as expected, one sentence each; none: it passed
     */
    public record Result(String name, List<String> differences) {
        public Result {
            differences = List.copyOf(differences);
        }

        public boolean passed() {
            return differences.isEmpty();
        }
    }

    /** Runs each test by itself, with no other rule. */
    public static List<Result> run(Rule rule, List<RuleTest> tests, Engine engine) {
        RuleSet rules = new RuleSet(List.of(rule));
        return tests.stream().map(test -> run(rules, test, engine)).toList();
    }

    private static Result run(RuleSet rules, RuleTest test, Engine engine) {
        List<String> differences = new ArrayList<>();
        List<Event> arrivals = new ArrayList<>();
        for (int i = 0; i < test.steps().size(); i++) {
            RuleTest.Step step = test.steps().get(i);
            arrivals.addAll(step.events());
            List<Standing> standing = engine.standing(rules, List.copyOf(arrivals), step.now());
            String where = i == 0 ? "" : "after step " + i + ": ";
            AlertDifferences.between(step.alerts(), standing).forEach(text -> differences.add(where + text));
        }
        return new Result(test.name(), differences);
    }
}
