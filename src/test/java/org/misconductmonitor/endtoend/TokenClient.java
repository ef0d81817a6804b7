package org.misconductmonitor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.access.Role;
import org.misconductmonitor.web.Tokens;

/** Asks monitors in the name of several callers, each with a token of the same file. */
final class TokenClient {
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, String> held = new LinkedHashMap<>();
    private final Tokens tokens;

    TokenClient(Path file) {
        this.tokens = new Tokens(file);
    }

    void add(String name, Role role, Reach reach) {
        held.put(name, tokens.add(name, Set.of(role), reach));
    }

    /** The token is not good any more. */
    void remove(String name) {
        tokens.remove(name);
    }

    Path file() {
        return tokens.file();
    }

    /** Value of the header Authorization. */
    String credential(String name) {
        return "Bearer " + held.get(name);
    }

    HttpResponse<String> ask(ServedMonitor monitor, String name, String target) {
        return monitor.send(target, "Authorization", credential(name));
    }

    /** What is answered with 200. */
    JsonNode json(ServedMonitor monitor, String name, String target) {
        HttpResponse<String> answer = ask(monitor, name, target);
        assertThat(answer.statusCode())
                .as("%s: %s: %s", name, target, answer.body())
                .isEqualTo(200);
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
