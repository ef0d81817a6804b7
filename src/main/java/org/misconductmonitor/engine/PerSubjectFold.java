package org.misconductmonitor.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;

/** A fold of its own for each subject that a field names. For folds to which nothing happens by time alone. */
final class PerSubjectFold implements Fold {
    private final Field field;
    private final Subject.Kind kind;
    private final Function<Subject, Fold> start;
    private final Map<Subject, Fold> folds = new HashMap<>();

    private PerSubjectFold(Field field, Subject.Kind kind, Function<Subject, Fold> start) {
        this.field = field;
        this.kind = kind;
        this.start = start;
    }

    /**
     * @param field one whose values name subjects
     * @param start starts the fold of one of them
     */
    static Fold by(Field field, Function<Subject, Fold> start) {
        Subject.Kind kind = Subject.Kind.of(field)
                .orElseThrow(() -> new IllegalArgumentException("no subject is named by " + field.jsonName()));
        return new PerSubjectFold(field, kind, start);
    }

    @Override
    public void next(Observation fact, Told told) {
        Subject subject = new Subject(kind, fact.text(field));
        folds.computeIfAbsent(subject, start).next(fact, new About.Telling(subject, told));
    }
}
