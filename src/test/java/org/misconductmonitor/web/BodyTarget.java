package org.misconductmonitor.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.misconductmonitor.hostile.Messages;
import org.misconductmonitor.hostile.Target;

/**
 * The body of a request that changes something: what is to be done, or a problem that names the fields that are wrong.
 * The first byte says for which request.
 */
final class BodyTarget implements Target {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<Function<byte[], Object>> READERS = List.of(
            body -> ActionBody.one("alert", body, NOW), body -> ActionBody.several(body, NOW), LetterChoice::read);

    @Override
    public String verdict(byte[] input) {
        if (input.length == 0) {
            return "nothing";
        }
        byte[] body = new byte[input.length - 1];
        System.arraycopy(input, 1, body, 0, body.length);
        try {
            Object read = READERS.get((input[0] & 0xFF) % READERS.size()).apply(body);
            if (read instanceof ActionBody action) {
                check(action);
            }
            return read.toString();
        } catch (ProblemException e) {
            String said = new String(e.reply().body(), StandardCharsets.UTF_8);
            Messages.assertPlain(said, 4_000 + 400 * body.length, "problem");
            return said;
        }
    }

    private static void check(ActionBody action) {
        if (action.kind() == null
                || action.targets().isEmpty()
                || action.targets().size() > ActionBody.MOST_TARGETS
                || action.targets().stream()
                        .anyMatch(target -> target.alertId() == null || target.actionId() == null)) {
            throw new AssertionError("taken without what it needs: " + action);
        }
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                seed(
                        0,
                        "{\"action\":\"CLOSE\",\"actionId\":\"a\",\"revision\":1,\"outcome\":\"FALSE_POSITIVE\",\"reason\":\"r\"}"),
                seed(
                        0,
                        "{\"action\":\"SNOOZE\",\"actionId\":\"a\",\"revision\":1,\"until\":\"2026-02-01T00:00:00Z\",\"reason\":\"r\"}"),
                seed(
                        1,
                        "{\"action\":\"ACKNOWLEDGE\",\"items\":[{\"alertId\":\"x\",\"actionId\":\"a\"},{\"alertId\":\"y\",\"actionId\":\"b\"}]}"),
                seed(
                        1,
                        "{\"action\":\"ASSIGN\",\"owner\":\"o\",\"items\":[{\"alertId\":\"x\",\"actionId\":\"a\",\"revision\":2}]}"),
                seed(2, "{\"letters\":[\"0@12\"]}"),
                seed(2, "{\"reason\":\"UNKNOWN_SCHEMA\",\"topic\":\"t\"}"),
                seed(2, "{\"all\":true}"),
                seed(0, "[".repeat(3_000)),
                seed(1, "{\"items\":" + "9".repeat(3_000) + "}"),
                seed(0, "{\"a\":\"\\ud800\",\"a\":null}"));
    }

    private static byte[] seed(int reader, String body) {
        return ((char) reader + body).getBytes(StandardCharsets.UTF_8);
    }
}
