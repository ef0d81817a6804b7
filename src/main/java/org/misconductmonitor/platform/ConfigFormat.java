package org.misconductmonitor.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the text of a value becomes a value.
 *
 * @param allowed what is accepted, to follow "must be"
 * @param parser throws {@link IllegalArgumentException} for anything else
 */
public record ConfigFormat<T>(String allowed, Function<String, T> parser) {
    private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB)?");

    static ConfigFormat<String> text() {
        return text("text that is not empty", value -> !value.isBlank());
    }

    static ConfigFormat<String> text(String allowed, Predicate<String> accepts) {
        return new ConfigFormat<>(allowed, value -> {
            require(accepts.test(value));
            return value;
        });
    }

    static ConfigFormat<String> oneOf(String... values) {
        return text(values.length == 1 ? values[0] : "one of " + String.join(", ", values), value -> List.of(values)
                .contains(value));
    }

    static ConfigFormat<Integer> integer(int least, int greatest) {
        return new ConfigFormat<>("a whole number from " + least + " to " + greatest, value -> {
            int number = Integer.parseInt(value);
            require(number >= least && number <= greatest);
            return number;
        });
    }

    static ConfigFormat<Long> bytes(long least) {
        return new ConfigFormat<>("a number of bytes, at least " + least + ", such as 67108864 or 64MiB", value -> {
            Matcher matcher = BYTES.matcher(value);
            require(matcher.matches());
            long bytes = Long.parseLong(matcher.group(1)) << shift(matcher.group(2));
            require(bytes >= least);
            return bytes;
        });
    }

    /** Empty: off. */
    static ConfigFormat<Optional<Duration>> timeOrOff(Duration least, Duration most) {
        return new ConfigFormat<>("off, or a time from " + least + " to " + most + ", such as PT1M", value -> {
            if (value.equals("off")) {
                return Optional.empty();
            }
            Duration time = duration(value);
            require(time.compareTo(least) >= 0 && time.compareTo(most) <= 0);
            return Optional.of(time);
        });
    }

    private static Duration duration(String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Entries between commas; blanks around them and empty entries are dropped. */
    static <T> ConfigFormat<List<T>> list(ConfigFormat<T> entry) {
        return new ConfigFormat<>(
                "a list, separated by commas, each " + entry.allowed(), value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(entry.parser())
                        .toList());
    }

    private static int shift(String unit) {
        return switch (unit == null ? "B" : unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
    }

    private static void require(boolean accepted) {
        if (!accepted) {
            throw new IllegalArgumentException();
        }
    }
}
