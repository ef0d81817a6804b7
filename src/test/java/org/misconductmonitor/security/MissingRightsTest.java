package org.misconductmonitor.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.topology.Right;
import org.misconductmonitor.topology.RightsException;

/** A monitor with one right less does not start, or stops, and says which. */
@ExtendWith(SharedCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MissingRightsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String site = "missing-" + UUID.randomUUID();
    private final String principal = "User:" + site;
    private final SecuredCluster cluster;
    private final Party monitor;
    private final Party administrator;

    MissingRightsTest(SecuredCluster cluster, @TempDir Path directory) {
        this.cluster = cluster;
        this.monitor = new Party(site, directory, cluster.byPassword(site), Map.of("http.port", "0"));
        this.administrator = new Party(site, directory, cluster.byPassword(site + "-administrator"), Map.of());
    }

    /** A first start makes the changelogs: from then on every right can be asked about. */
    @BeforeAll
    void start() {
        cluster.grant(principal, rights());
        cluster.grant(principal + "-administrator", administrator.rights().administrator());
        assertThat(administrator.run("topics", "create").exit()).isZero();
        try (Monitor first = new Monitor(monitor.config(), RuleSet.NONE)) {
            first.start();
            Awaitility.await().atMost(LIMIT).until(first::isRunning);
        }
    }

    @ParameterizedTest
    @MethodSource("rights")
    void shouldNotStartWithOneRightLess(Right missing) {
        cluster.revoke(principal, missing);
        try (Monitor one = new Monitor(monitor.config(), RuleSet.NONE)) {
            RightsException refused = catchThrowableOfType(RightsException.class, one::start);

            assertThat(refused.missing()).containsExactly(missing);
            assertThat(refused)
                    .hasMessageContaining(missing.describe())
                    .hasMessageContaining("kafka-acls.sh --bootstrap-server "
                            + monitor.config().bootstrapServers())
                    .hasMessageContaining(missing.on().name());
        } finally {
            cluster.grant(principal, List.of(missing));
        }
    }

    @Test
    void shouldNameEverythingThatIsMissingAtOnce() {
        List<Right> some = rights().stream()
                .filter(right -> right.operation() != AclOperation.DESCRIBE_CONFIGS)
                .toList();
        some.forEach(right -> cluster.revoke(principal, right));
        try {
            Party.Ran ran = monitor.run("run");

            assertThat(ran.exit()).isEqualTo(1);
            assertThat(some).isNotEmpty().allSatisfy(right -> assertThat(ran.err())
                    .contains(right.describe()));
        } finally {
            cluster.grant(principal, some);
        }
    }

    /** What does not exist yet cannot be asked about: the first start stops as soon as it is refused. */
    @ParameterizedTest
    @EnumSource(names = {"READ", "WRITE"})
    void shouldStopWhenItsNewChangelogsAreRefused(AclOperation operation, @TempDir Path fresh) throws IOException {
        String name = "first-" + UUID.randomUUID();
        Party first = new Party(name, fresh, cluster.byPassword(name), Map.of("topics.prefix", site + "."));
        Right missing = Monitor.rights(first.config()).stream()
                .filter(right -> right.on().name().equals(name + "-") && right.operation() == operation)
                .filter(right -> right.on().resourceType() == ResourceType.TOPIC)
                .findFirst()
                .orElseThrow();
        cluster.grant(
                "User:" + name,
                Monitor.rights(first.config()).stream()
                        .filter(right -> !right.equals(missing))
                        .toList());
        publish(name, fresh);
        try (Monitor monitor = new Monitor(
                first.config(), RuleFiles.load(first.config().rules()).rules())) {
            monitor.start();
            Awaitility.await().atMost(LIMIT).until(monitor::hasFailed);
        }
        try (Monitor again = new Monitor(first.config(), RuleSet.NONE)) {
            assertThat(catchThrowableOfType(RightsException.class, again::start).missing())
                    .containsExactly(missing);
        }
    }

    private void publish(String name, Path fresh) throws IOException {
        Party importer =
                new Party(name, fresh, cluster.byPassword(name + "-importer"), Map.of("topics.prefix", site + "."));
        cluster.grant("User:" + name + "-importer", importer.rights().importer(Set.of(Feed.ALLEGATIONS)));
        Party.Ran ran = importer.run("import", Events.file(fresh, name).toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private List<Right> rights() {
        return Monitor.rights(monitor.config());
    }
}
