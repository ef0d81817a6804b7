package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What another instance is told of whoever asks. */
class ForwardingTest {
    @Test
    void shouldHandOnWhoAsksAndWhy() throws Exception {
        CompletableFuture<Headers> told = new CompletableFuture<>();
        HttpServer other = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        other.createContext("/", exchange -> {
            told.complete(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        other.start();
        try {
            Request request = Asked.of(
                    Map.of("Authorization", "Bearer t", "Audit-Reason", "CASE-7", "Cookie", "c"), Map.of(), List.of());

            Reply reply = new Forwarding(Optional.empty())
                    .ask(request, "127.0.0.1", other.getAddress().getPort(), "/api/v1/officers/a");

            assertThat(reply.status()).isEqualTo(204);
            Headers headers = told.get(20, TimeUnit.SECONDS);
            assertThat(headers.get("Authorization")).containsExactly("Bearer t");
            assertThat(headers.get("Audit-Reason")).containsExactly("CASE-7");
            assertThat(headers.get("Monitor-Forwarded")).containsExactly("1");
            assertThat(headers).doesNotContainKey("Cookie");
        } finally {
            other.stop(0);
        }
    }
}
