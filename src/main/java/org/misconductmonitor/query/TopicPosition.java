package org.misconductmonitor.query;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How far one has come in all partitions of a topic: by partition the offset that comes next. Written as
 * {@code 0:12.1:7}, which fits a header and a query.
 *
 * @param next immutable; a partition that is not in it begins at its beginning
 */
public record TopicPosition(Map<Integer, Long> next) {
    private static final Pattern TEXT = Pattern.compile("\\d{1,5}:\\d{1,18}(\\.\\d{1,5}:\\d{1,18})*");
    private static final int LONGEST = 8_192;

    public TopicPosition {
        next = Map.copyOf(next);
    }

    /** @return empty if it is no such text */
    public static Optional<TopicPosition> parse(String text) {
        if (text.length() > LONGEST || !TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        Map<Integer, Long> next = new TreeMap<>();
        for (String part : text.split("\\.")) {
            int colon = part.indexOf(':');
            Long twice = next.put(Integer.valueOf(part.substring(0, colon)), Long.valueOf(part.substring(colon + 1)));
            if (twice != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new TopicPosition(next));
    }

    /** The offset that comes next in the partition. */
    public long of(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** Whether the record at that place has been passed. */
    public boolean isBehind(int partition, long offset) {
        return offset < of(partition);
    }

    /** Whether it has come as far as the other in every partition. */
    public boolean reaches(TopicPosition other) {
        return other.next.entrySet().stream().allMatch(entry -> of(entry.getKey()) >= entry.getValue());
    }

    /** After the record at that place. */
    public TopicPosition after(int partition, long offset) {
        Map<Integer, Long> moved = new TreeMap<>(next);
        moved.merge(partition, offset + 1, Math::max);
        return new TopicPosition(moved);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(next).forEach((partition, offset) -> text.append(text.isEmpty() ? "" : ".")
                .append(partition)
                .append(':')
                .append(offset));
        return text.toString();
    }
}
