package org.misconductmonitor.web.security;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each of many may do something: a bucket of tokens that fills evenly. Of those who have not been heard of for
 * longest the buckets are forgotten; that they would be full again is likely and not certain.
 */
public final class Buckets {
    private static final int MOST = 10_000;

    private final long capacity;
    private final long tokens;
    private final Duration per;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param capacity how often at once
     * @param tokens how often within {@code per} in the long run
     */
    public Buckets(long capacity, long tokens, Duration per) {
        this.capacity = capacity;
        this.tokens = tokens;
        this.per = per;
    }

    /**
     * Takes one.
     *
     * @return 0, or after how many seconds there will be one again
     */
    public int take(String who) {
        ConsumptionProbe probe = bucket(who).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? 0 : seconds(probe.getNanosToWaitForRefill());
    }

    /** @return 0 if there is one to take, or after how many seconds there will be */
    public int look(String who) {
        return seconds(bucket(who).estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private static int seconds(long nanos) {
        return (int) ((nanos + 999_999_999L) / 1_000_000_000L);
    }

    private synchronized Bucket bucket(String who) {
        Bucket bucket = buckets.computeIfAbsent(who, absent -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(tokens, per))
                .build());
        if (buckets.size() > MOST) {
            buckets.remove(buckets.keySet().iterator().next());
        }
        return bucket;
    }
}
