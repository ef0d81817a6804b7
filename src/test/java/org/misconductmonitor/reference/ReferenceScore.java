package org.misconductmonitor.reference;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Score;

/** One score rule over one record: a threshold that adds up what each thing weighs. */
final class ReferenceScore extends ReferenceThreshold {
    private static final long MILLION = 1_000_000;

    private final Score score;

    ReferenceScore(ReferenceFacts facts, Score score) {
        super(facts, score.threshold());
        this.score = score;
    }

    @Override
    List<Seen> matches() {
        return super.matches().stream().filter(match -> weight(match) > 0).toList();
    }

    @Override
    int count(List<Seen> window, Instant at) {
        Field key = score.threshold().count().field();
        Map<Object, Long> heaviest = window.stream()
                .collect(Collectors.toMap(
                        match -> match.fields().get(key), match -> weight(match) * left(match.at(), at), Math::max));
        return (int) (heaviest.values().stream().mapToLong(Long::longValue).sum() / MILLION);
    }

    private int weight(Seen match) {
        String value = (String) match.fields().get(score.weights().field());
        return value == null || !score.weights().values().containsKey(value)
                ? score.weights().otherwise()
                : score.weights().values().get(value);
    }

    private long left(Instant from, Instant until) {
        return score.halfLife() == null
                ? MILLION
                : partsLeft(
                        score.halfLife().days(), Duration.between(from, until).toDays());
    }

    /** The greatest whole n with n / million at most 2^(-past / days), in whole numbers alone. */
    static long partsLeft(int days, long past) {
        BigInteger whole = BigInteger.valueOf(MILLION).pow(days);
        long least = 0;
        long most = MILLION;
        while (least < most) {
            long middle = (least + most + 1) / 2;
            boolean fits = BigInteger.valueOf(middle)
                            .pow(days)
                            .shiftLeft(Math.toIntExact(past))
                            .compareTo(whole)
                    <= 0;
            least = fits ? middle : least;
            most = fits ? most : middle - 1;
        }
        return least;
    }
}
