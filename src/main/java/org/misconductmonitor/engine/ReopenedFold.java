package org.misconductmonitor.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.DecisionMaker;
import org.misconductmonitor.rule.Level;

/** Who decided which cases, and which of these were reopened. */
final class ReopenedFold implements Fold {
    private record Step(int number, Instant at, String handler, String caseId, String key) {}

    private final DecisionEvaluator evaluator;
    private final DecisionMaker rule;
    private final Map<String, Deque<Step>> decisionsByHandler = new HashMap<>();
    private final Map<String, Deque<Step>> decisionsByCase = new HashMap<>();
    private final Map<String, Deque<Step>> reopeningsByCase = new HashMap<>();
    private final Map<String, Episode> episodes = new HashMap<>();
    private int taken;

    ReopenedFold(DecisionEvaluator evaluator, DecisionMaker rule) {
        this.evaluator = evaluator;
        this.rule = rule;
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        Step step = new Step(taken++, at, fact.text(Field.HANDLER_ID), fact.text(Field.CASE_ID), fact.key());
        if (evaluator.reopens(fact)) {
            add(reopeningsByCase, step.caseId, step);
            reopen(step, told);
        }
        if (evaluator.decides(fact)) {
            add(decisionsByHandler, step.handler, step);
            add(decisionsByCase, step.caseId, step);
        }
    }

    private void add(Map<String, Deque<Step>> index, String value, Step latest) {
        Deque<Step> steps = index.computeIfAbsent(value, v -> new ArrayDeque<>(2));
        Instant earliest = rule.window().earliestStartFrom(latest.at);
        while (!steps.isEmpty() && !steps.peekFirst().at.isAfter(earliest)) {
            steps.pollFirst();
        }
        steps.addLast(latest);
    }

    private void reopen(Step reopening, Told told) {
        Instant start = rule.window().start(reopening.at);
        Set<String> handlers = new TreeSet<>();
        for (Step decision : decisionsByCase.getOrDefault(reopening.caseId, new ArrayDeque<>(0))) {
            if (decision.at.isAfter(start)) {
                handlers.add(decision.handler);
            }
        }
        handlers.forEach(handler -> look(handler, reopening, start, told));
    }

    private void look(String handler, Step reopening, Instant start, Told told) {
        List<Step> steps = new ArrayList<>();
        int count = steps(handler, start, taken, steps);
        int before = steps(handler, start, reopening.number, new ArrayList<>());
        int reached = reached(count);
        int first = episodes.computeIfAbsent(handler, h -> new Episode())
                .firstToFire(reached(before) < 0, evaluator.rule().inForceAt(reopening.at), reached);
        if (first > reached) {
            return;
        }
        List<String> evidence = steps.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Step::number))
                .map(Step::key)
                .toList();
        About about = About.of(new Subject(Subject.Kind.HANDLER, handler));
        for (int i = first; i <= reached; i++) {
            Level level = rule.levels().get(i);
            Firing firing = new Firing(
                    i, level.name(), level.at(), reopening.at, count, start, reopening.at, evidence, null, null);
            told.fired(firing.about(about));
        }
    }

    /**
     * Collects the handler's decisions in the window that were followed by a reopening, and those reopenings.
     *
     * @param end number before which the reopenings lie
     * @return the number of distinct cases
     */
    private int steps(String handler, Instant start, int end, List<Step> steps) {
        Set<String> cases = new HashSet<>();
        for (Step decision : decisionsByHandler.get(handler)) {
            if (!decision.at.isAfter(start)) {
                continue;
            }
            for (Step reopening : reopeningsByCase.getOrDefault(decision.caseId, new ArrayDeque<>(0))) {
                if (reopening.number > decision.number && reopening.number < end) {
                    cases.add(decision.caseId);
                    steps.add(decision);
                    steps.add(reopening);
                }
            }
        }
        return cases.size();
    }

    private int reached(int count) {
        int reached = -1;
        while (reached + 1 < rule.levels().size()
                && rule.levels().get(reached + 1).at() <= count) {
            reached++;
        }
        return reached;
    }
}
