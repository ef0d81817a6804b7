package org.misconductmonitor.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.misconductmonitor.hostile.Messages;
import org.misconductmonitor.hostile.Target;

/** Where a list goes on, as a client says it: its parts, or what it should have been. */
final class CursorTarget implements Target {
    @Override
    public String verdict(byte[] input) {
        StringBuilder verdict = new StringBuilder();
        String text = new String(input, StandardCharsets.UTF_8);
        for (int parts = 1; parts <= 3; parts++) {
            try {
                List<String> read = Cursor.param(parts).parser().apply(List.of(text));
                verdict.append(read);
                String again = Cursor.of(read.toArray(String[]::new));
                if (!Cursor.param(parts).parser().apply(List.of(again)).equals(read)) {
                    throw new AssertionError("another cursor after writing and reading it");
                }
            } catch (IllegalArgumentException e) {
                Messages.assertPlain(e.getMessage(), 200, "cursor");
                verdict.append(e.getMessage());
            }
        }
        return verdict.toString();
    }

    @Override
    public List<byte[]> seeds() {
        return List.of(
                Cursor.of("2024", "a").getBytes(StandardCharsets.UTF_8),
                Cursor.of("a", "b", "c\nd").getBytes(StandardCharsets.UTF_8),
                "=".getBytes(StandardCharsets.UTF_8),
                "a".repeat(3_000).getBytes(StandardCharsets.UTF_8),
                new byte[] {-1, -2});
    }
}
