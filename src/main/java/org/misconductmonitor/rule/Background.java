package org.misconductmonitor.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/**
 * What must hold, and must not, just before a fact for the rule to look at it.
 *
 * @param during at least one of these; none given: always
 * @param unless none of these
 */
public record Background(List<Situation> during, List<Situation> unless) {
    public static final Background ANY = new Background(List.of(), List.of());

    public Background {
        during = List.copyOf(during);
        unless = List.copyOf(unless);
    }

    public Stream<Situation> situations() {
        return Stream.concat(during.stream(), unless.stream());
    }

    /** Every type of fact that starts or ends one of the situations. */
    public Set<EventType> on() {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        patterns().forEach(pattern -> types.addAll(pattern.on()));
        return types;
    }

    /** Tells every field that a situation depends on. */
    public void fields(Consumer<Field> reader) {
        patterns().forEach(pattern -> pattern.where().fields(reader));
        situations().forEach(situation -> {
            situation.by().fields().forEach(reader);
            if (situation.endsAt() != null) {
                reader.accept(situation.endsAt());
            }
        });
    }

    /** How long situations last, where that is a length. */
    List<Delay> delays() {
        return situations().map(Situation::lasts).filter(Objects::nonNull).toList();
    }

    private Stream<Pattern> patterns() {
        return situations()
                .flatMap(situation -> situation.until() == null
                        ? Stream.of(situation.from())
                        : Stream.of(situation.from(), situation.until()));
    }
}
