package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.event.Feed;

class AclCatalogTest {
    private final AclCatalog catalog = new AclCatalog(new TopicCatalog(TopicSettings.DEFAULT), "monitor-1");

    @Test
    void shouldLetAPublisherWriteItsOwnTopicsOnly() {
        assertThat(described(catalog.publisher(Set.of(Feed.VETTING))))
                .containsExactly("Write on topic misconduct.vetting");
    }

    @Test
    void shouldLetAnImporterUseTransactionsOfItsOwn() {
        assertThat(described(catalog.importer(EnumSet.of(Feed.ALLEGATIONS, Feed.REPORTS))))
                .containsExactly(
                        "Write on topic misconduct.allegations",
                        "Write on topic misconduct.reports",
                        "Write on every transactional id that begins with monitor-1-import-");
    }

    @Test
    void shouldLetAReviewerReadAlertsAndWriteReviews() {
        assertThat(described(catalog.reviewer()))
                .containsExactly(
                        "Read on topic misconduct.alerts",
                        "Read on topic misconduct.alerts.standing",
                        "Write on topic misconduct.reviews",
                        "Read on topic misconduct.reviews.outcomes");
    }

    @Test
    void shouldLetAnAnalystReadEventsAndWriteRules() {
        assertThat(described(catalog.analyst()))
                .containsExactly(
                        "Read on topic misconduct.rules",
                        "Write on topic misconduct.rules",
                        "Read on topic misconduct.allegations",
                        "Read on topic misconduct.vetting",
                        "Read on topic misconduct.workforce",
                        "Read on topic misconduct.reports",
                        "Write on transactional id monitor-1-rules-publish");
    }

    @Test
    void shouldLetAConsumerReadAlertsAlone() {
        assertThat(described(catalog.consumer(Optional.of("case-system"))))
                .containsExactly(
                        "Read on topic misconduct.alerts",
                        "Read on topic misconduct.alerts.standing",
                        "Read on group case-system");
        assertThat(catalog.consumer(Optional.empty())).hasSize(2);
    }

    @Test
    void shouldLetNobodyButTheMonitorABackupAndAStatisticianReadExactCounts() {
        String read = "Read on topic misconduct.statistics";

        assertThat(described(catalog.statistician(Optional.of("counters"))))
                .containsExactly(read, "Read on group counters");
        assertThat(described(catalog.backup())).contains(read);
        assertThat(described(catalog.consumer(Optional.empty()))).doesNotContain(read);
        assertThat(described(catalog.reviewer())).doesNotContain(read);
        assertThat(described(catalog.analyst())).doesNotContain(read);
        assertThat(described(catalog.auditor())).doesNotContain(read);
        assertThat(described(catalog.privacy())).doesNotContain(read);
        assertThat(described(catalog.replayer())).doesNotContain(read);
    }

    @Test
    void shouldLetAReplayerWriteWhatTheMonitorReads() {
        assertThat(described(catalog.replayer()))
                .contains(
                        "Read on topic misconduct.dead-letters",
                        "Write on topic misconduct.dead-letters",
                        "Write on topic misconduct.handovers",
                        "Write on transactional id monitor-1-dead-letters-replay")
                .doesNotContain("Write on topic misconduct.alerts");
    }

    @Test
    void shouldLetNobodyButTheMonitorAndAnAuditorReadTheAuditLog() {
        String read = "Read on topic misconduct.audit";

        assertThat(described(catalog.auditor())).containsExactly(read, "Write on topic misconduct.audit");
        assertThat(described(catalog.reviewer())).doesNotContain(read);
        assertThat(described(catalog.analyst())).doesNotContain(read);
        assertThat(described(catalog.replayer())).doesNotContain(read);
        assertThat(described(catalog.consumer(Optional.empty()))).doesNotContain(read);
    }

    @Test
    void shouldLetAnAdministratorReadAndWriteNothing() {
        assertThat(described(catalog.administrator()))
                .contains(
                        "Create on topic misconduct.audit",
                        "AlterConfigs on topic misconduct.alerts",
                        "Delete on every topic that begins with monitor-1-",
                        "Delete on group monitor-1")
                .noneMatch(right -> right.startsWith("Read") || right.startsWith("Write"));
    }

    @Test
    void shouldGrantResourcesThatAreAllowedAlikeWithOneCommand() {
        AclCommands commands = new AclCommands("broker:9093", true);

        assertThat(commands.allow("User:CN=psd, O=Force", catalog.importer(EnumSet.of(Feed.ALLEGATIONS, Feed.REPORTS))))
                .containsExactly(
                        "kafka-acls.sh --bootstrap-server broker:9093 --command-config admin-client.properties --add"
                                + " --allow-principal 'User:CN=psd, O=Force' --operation Write --topic"
                                + " misconduct.allegations --topic misconduct.reports",
                        "kafka-acls.sh --bootstrap-server broker:9093 --command-config admin-client.properties --add"
                                + " --allow-principal 'User:CN=psd, O=Force' --operation Write --transactional-id"
                                + " monitor-1-import- --resource-pattern-type prefixed");
    }

    private static List<String> described(List<Right> rights) {
        return rights.stream().map(Right::describe).toList();
    }
}
