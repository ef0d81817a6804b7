package org.misconductmonitor.rule.file;

import java.util.List;
import java.util.stream.Collectors;

/** Rule files are not loaded, none of them; the message lists every problem with its place. */
public final class RuleFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    RuleFileException(List<RuleProblem> problems) {
        super(problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem, in order of files and places; at least one. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
