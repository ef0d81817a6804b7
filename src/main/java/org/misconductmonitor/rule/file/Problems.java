package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.event.TextPosition;
import org.misconductmonitor.rule.WorkingCalendar;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file. Whoever reads it has this, so that it knows the calendar of the file, too. */
final class Problems {
    /** Beyond this a file is not nearly a rule file, and the rest would only scroll away the start. */
    private static final int MOST = 100;

    private final String file;
    private final List<String> lines;
    private final WorkingCalendar calendar;
    private final List<RuleProblem> errors = new ArrayList<>();
    private final List<RuleProblem> warnings = new ArrayList<>();

    Problems(RuleText text) {
        this.file = text.name();
        this.lines = text.lines();
        this.calendar = text.calendar();
    }

    void error(Node node, String message) {
        add(errors, place(node), message);
    }

    void error(Place place, String message) {
        add(errors, place, message);
    }

    void warn(Node node, String message) {
        add(warnings, place(node), message);
    }

    private void add(List<RuleProblem> to, Place place, String message) {
        int line = place.line();
        String text = line < 1 || line > lines.size() ? "" : lines.get(line - 1);
        RuleProblem problem = new RuleProblem(place, message, text);
        if (to.size() < MOST && !to.contains(problem)) {
            to.add(problem);
        }
    }

    /** How many errors so far: a reader that adds none has read well. */
    int count() {
        return errors.size();
    }

    List<RuleProblem> errors() {
        return errors;
    }

    List<RuleProblem> warnings() {
        return warnings;
    }

    /** The working days that rules of the file count. */
    WorkingCalendar calendar() {
        return calendar;
    }

    Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(wholeFile());
    }

    Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    Place place(TextPosition position) {
        return new Place(file, position.line(), position.column());
    }

    Place wholeFile() {
        return Place.ofFile(file);
    }
}
