package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class TopicsAclsCommandTest {
    private static final String TOOL =
            "kafka-acls.sh --bootstrap-server localhost:9092 --add --allow-principal User:m ";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPrintEverythingThatTheMonitorNeeds() {
        assertThat(run("--role", "monitor")).isEqualTo(Exit.OK);

        assertThat(out.toString().lines())
                .containsExactly(
                        TOOL + "--operation Read --operation DescribeConfigs --topic misconduct.allegations --topic"
                                + " misconduct.vetting --topic misconduct.workforce --topic misconduct.reports --topic"
                                + " misconduct.rules --topic misconduct.reviews",
                        TOOL + "--operation Write --operation DescribeConfigs --topic misconduct.reviews.outcomes"
                                + " --topic misconduct.alerts --topic misconduct.alerts.standing --topic"
                                + " misconduct.dead-letters --topic misconduct.audit",
                        TOOL + "--operation Read --operation Write --operation DescribeConfigs --topic"
                                + " misconduct.handovers --topic misconduct.contributions",
                        TOOL + "--operation Describe --operation DescribeConfigs --topic misconduct.statistics",
                        TOOL + "--operation Create --operation Read --operation Write --operation DescribeConfigs"
                                + " --topic misconduct-monitor- --resource-pattern-type prefixed",
                        TOOL + "--operation Read --group misconduct-monitor",
                        TOOL + "--operation Write --transactional-id misconduct-monitor- --resource-pattern-type"
                                + " prefixed");
    }

    @Test
    void shouldLetAMonitorThatAnswersReadWhatItWroteAndPassOnReviewsAndDeadLetters() throws Exception {
        assertThat(run("--role", "monitor", "--json")).isEqualTo(Exit.OK);
        List<JsonNode> silent = rights();
        out.getBuffer().setLength(0);
        assertThat(run("--role", "monitor", "--json", "--set", "http.port=8080"))
                .isEqualTo(Exit.OK);

        List<JsonNode> more = rights();
        more.removeAll(silent);

        assertThat(more)
                .extracting(right -> right.get("operation").asText() + " "
                        + right.get("name").asText())
                .containsExactly(
                        "WRITE misconduct.allegations",
                        "WRITE misconduct.vetting",
                        "WRITE misconduct.workforce",
                        "WRITE misconduct.reports",
                        "WRITE misconduct.rules",
                        "WRITE misconduct.reviews",
                        "READ misconduct.reviews.outcomes",
                        "READ misconduct.alerts",
                        "READ misconduct.statistics",
                        "WRITE misconduct.statistics",
                        "READ misconduct.dead-letters",
                        "READ misconduct.audit");
    }

    @Test
    void shouldFollowPrefixAndFeeds() {
        assertThat(run("--role", "publisher", "--feed", "vetting,reports", "--set", "topics.prefix=north."))
                .isEqualTo(Exit.OK);

        assertThat(out.toString().strip())
                .isEqualTo(TOOL + "--operation Write --topic north.vetting --topic north.reports");
    }

    @Test
    void shouldSayWhichRolesThereAre() {
        assertThat(run("--role", "king")).isEqualTo(Exit.USAGE);

        assertThat(err.toString())
                .contains("MONITOR, PUBLISHER, IMPORTER, REVIEWER, ANALYST, CONSUMER, STATISTICIAN, REPLAYER, AUDITOR");
    }

    @Test
    void shouldRefuseOptionsThatWouldBeWithoutEffect() {
        assertThat(run("--role", "monitor", "--feed", "vetting")).isEqualTo(Exit.USAGE);
        assertThat(run("--role", "reviewer", "--group", "psd")).isEqualTo(Exit.USAGE);

        assertThat(err.toString())
                .contains("--feed is not for monitor, but for publisher and importer")
                .contains("--group is not for reviewer, but for consumer and statistician");
        assertThat(out.toString()).isEmpty();
    }

    private List<JsonNode> rights() throws Exception {
        return new ArrayList<>(
                StreamSupport.stream(new ObjectMapper().readTree(out.toString()).spliterator(), false)
                        .toList());
    }

    private int run(String... words) {
        List<String> arguments = new ArrayList<>(List.of("topics", "acls", "--principal", "User:m"));
        arguments.addAll(List.of(words));
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    }
}
