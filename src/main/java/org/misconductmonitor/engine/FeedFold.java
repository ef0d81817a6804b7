package org.misconductmonitor.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Feed;

/** When each publisher of a tenant was heard of last, and when its silence falls due. */
final class FeedFold implements Fold {
    /** A time at which to look at a publisher; of no meaning any more if it is not the one the publisher has. */
    private record Look(Instant at, Publisher publisher) {}

    private static final class Publisher {
        final Subject subject;
        final Habit habit;
        final List<String> fired = new ArrayList<>(0);
        Instant last;
        String lastKey;
        /** Not known before the silence has lasted so long that it may fall due: it is dear to find out. */
        Habit.Usual usual;

        int level;
        /** When it must be looked at, or null: it falls due no more. */
        Instant due;
        /** The time of its earliest entry in the queue that still means something, or null. */
        Instant queued;

        Publisher(Subject subject, Habit habit) {
            this.subject = subject;
            this.habit = habit;
        }
    }

    private static final long NANOS = 1_000_000_000L;

    private final FeedEvaluator evaluator;
    private final Feed feed;
    private final Map<String, Publisher> publishers = new HashMap<>();
    private final PriorityQueue<Look> looks =
            new PriorityQueue<>(Comparator.comparing(Look::at).thenComparing(look -> look.publisher.subject.id()));

    FeedFold(FeedEvaluator evaluator, Feed feed) {
        this.evaluator = evaluator;
        this.feed = feed;
    }

    @Override
    public void next(Observation fact, Told told) {
        Instant at = evaluator.order(fact).at();
        Publisher publisher = publishers.computeIfAbsent(fact.text(feed.by()), this::unheard);
        publisher.fired.forEach(identity -> told.ended(Ending.by(fact, identity, at)));
        publisher.fired.clear();
        publisher.habit.add(at);
        publisher.last = at;
        publisher.lastKey = fact.key();
        publisher.usual = null;
        publisher.level = 0;
        lookAt(publisher, feed.atLeast().after(at));
    }

    private Publisher unheard(String id) {
        Subject.Kind kind = Subject.Kind.of(feed.by()).orElseThrow();
        return new Publisher(new Subject(kind, id), new Habit(feed));
    }

    private void lookAt(Publisher publisher, Instant due) {
        publisher.due = due;
        if (due != null && (publisher.queued == null || due.isBefore(publisher.queued))) {
            publisher.queued = due;
            looks.add(new Look(due, publisher));
        }
    }

    @Override
    public Instant nextDue() {
        while (!looks.isEmpty()) {
            Look look = looks.peek();
            Publisher publisher = look.publisher;
            if (look.at.equals(publisher.queued) && look.at.equals(publisher.due)) {
                return look.at;
            }
            looks.poll();
            if (look.at.equals(publisher.queued)) {
                publisher.queued = null;
                lookAt(publisher, publisher.due);
            }
        }
        return null;
    }

    @Override
    public void advance(Instant now, Told told) {
        for (Instant due = nextDue(); due != null && !due.isAfter(now); due = nextDue()) {
            Publisher publisher = looks.poll().publisher;
            publisher.queued = null;
            reach(publisher, due, told);
        }
    }

    private void reach(Publisher publisher, Instant due, Told told) {
        if (publisher.usual == null) {
            publisher.usual = publisher.habit.usual();
        }
        Instant really = publisher.usual == null ? null : silentAt(publisher);
        if (really != null && !really.isAfter(due)) {
            if (evaluator.rule().inForceAt(due)) {
                Firing firing = firing(publisher, due);
                publisher.fired.add(firing.identity());
                told.fired(firing);
            }
            publisher.level++;
            really = publisher.level < feed.levels().size() ? silentAt(publisher) : null;
        }
        lookAt(publisher, really);
    }

    /** When the silence reaches the next level. */
    private Instant silentAt(Publisher publisher) {
        Factor level = feed.levels().get(publisher.level);
        BigDecimal gap = new BigDecimal(publisher.usual.gap().getSeconds())
                .multiply(BigDecimal.valueOf(NANOS))
                .add(BigDecimal.valueOf(publisher.usual.gap().getNano()));
        BigDecimal[] parts = gap.multiply(level.at())
                .setScale(0, RoundingMode.CEILING)
                .divideAndRemainder(BigDecimal.valueOf(NANOS));
        Instant silent = publisher.last.plus(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
        Instant atLeast = feed.atLeast().after(publisher.last);
        return silent.isBefore(atLeast) ? atLeast : silent;
    }

    private Firing firing(Publisher publisher, Instant due) {
        About about = new About(publisher.subject, null, publisher.usual.inWords(feed));
        return new Firing(
                publisher.level,
                feed.levels().get(publisher.level).name(),
                feed.least(),
                due,
                publisher.usual.gaps() + 1,
                publisher.last,
                due,
                List.of(publisher.lastKey),
                due,
                null,
                about);
    }
}
