package org.misconductmonitor.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;

/** What must be the same of an alert, whoever computes it; evidence as allegations. */
record Published(String ruleId, String officerId, int level, Instant firedAt, int count, List<String> evidence) {
    static List<Published> ofAlerts(Collection<Alert> alerts) {
        return alerts.stream()
                .map(alert -> new Published(
                        alert.rule().id(),
                        alert.subject().id(),
                        alert.levelIndex(),
                        alert.firedAt(),
                        alert.count(),
                        alert.evidence().stream()
                                .map(Evidence::allegationId)
                                .distinct()
                                .toList()))
                .sorted(Comparator.comparing(Published::toString))
                .toList();
    }

    /** Of lines of {@code replay}, or of the file of expected alerts, which has only ids as evidence. */
    static List<Published> ofLines(Collection<JsonNode> lines) {
        return lines.stream()
                .map(Published::ofLine)
                .sorted(Comparator.comparing(Published::toString))
                .toList();
    }

    private static Published ofLine(JsonNode line) {
        return new Published(
                line.get("ruleId").asText(),
                line.get("officerId").asText(),
                line.path("levelIndex").asInt(line.path("level").asInt()),
                Instant.parse(line.get("firedAt").asText()),
                line.get("count").asInt(),
                evidence(line.get("evidence")));
    }

    private static List<String> evidence(JsonNode array) {
        return new ArrayList<>(StreamSupport.stream(array.spliterator(), false)
                .map(fact -> fact.isTextual()
                        ? fact.asText()
                        : fact.get("allegationId").asText())
                .distinct()
                .toList());
    }
}
