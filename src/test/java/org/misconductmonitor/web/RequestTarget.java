package org.misconductmonitor.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.misconductmonitor.hostile.Target;

/** The bytes of a request, from its first line on: an answer, and never a failure or what is inside. */
final class RequestTarget implements Target {
    private static final String LOST = "nothing";

    private final SilentServer server;

    RequestTarget(SilentServer server) {
        this.server = server;
    }

    /** Who sends on when it was answered may lose the answer with the connection. */
    @Override
    public void feed(byte[] input) {
        String first = verdict(input);
        String second = verdict(input);
        if (!first.equals(second) && !first.equals(LOST) && !second.equals(LOST)) {
            throw new AssertionError("of the same bytes it says " + first + ", and then " + second);
        }
    }

    @Override
    public String verdict(byte[] input) {
        String answer;
        try {
            answer = server.raw(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (answer.isEmpty()) {
            return LOST;
        }
        int status = Integer.parseInt(answer.substring(9, 12));
        if (status == 500 || status > 503) {
            throw new AssertionError("a failure: " + answer.lines().findFirst().orElse(""));
        }
        for (String inside : List.of("Exception", "\tat ", "jetty", "Jetty", "Javalin")) {
            if (answer.contains(inside) && !new String(input, StandardCharsets.ISO_8859_1).contains(inside)) {
                throw new AssertionError("it says " + inside);
            }
        }
        if (status >= 400 && !answer.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")) {
            throw new AssertionError("it does not say what is wrong: " + status);
        }
        return Integer.toString(status);
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (String target : List.of(
                "GET /api/v1/alerts?limit=5&cursor=MjAyNAo",
                "GET /api/v1/officers/a%00b/timeline?from=2024-02-30",
                "GET /api/v1/alerts/x/history",
                "GET /api/v1/statistics/cases?by=group&period=month",
                "GET /../../etc/passwd",
                "GET /api/v1/system/dead-letters?reason=X",
                "GET /metrics",
                "GET /")) {
            seeds.add(request(target, ""));
        }
        seeds.add(request("POST /api/v1/rules/check", "id: a\nkind: threshold\n"));
        seeds.add(request("POST /api/v1/rules/test", "[".repeat(1_000)));
        String cutOff = "POST /api/v1/rules/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/yaml\r\n"
                + "Content-Length: 50\r\n\r\nid: a";
        seeds.add(cutOff.getBytes(StandardCharsets.ISO_8859_1));
        return seeds;
    }

    private static byte[] request(String first, String body) {
        return (first + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/yaml\r\n"
                        + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
