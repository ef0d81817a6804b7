package org.misconductmonitor.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.web.tls.KeyStoreFile;
import org.misconductmonitor.web.tls.PemFiles;

class MonitorConfigTest {
    @TempDir
    private Path directory;

    @Test
    void shouldStartWithDefaultsOnly() {
        MonitorConfig config = load("", Map.of(), Map.of());

        assertThat(config.bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(config.applicationId()).isEqualTo("misconduct-monitor");
        assertThat(config.topics()).isEqualTo(new TopicsConfig("misconduct.", 6, -1));
        assertThat(config.rules()).isEmpty();
        assertThat(config.calendar()).isNull();
        assertThat(config.streams())
                .isEqualTo(new StreamsConfiguration(2, 20, 0, "classic", 16L << 20, 256L << 20, 256L << 20, 100_000));
    }

    @Test
    void shouldNotServeUnlessAskedTo() {
        assertThat(load("", Map.of(), Map.of()).http().port()).isEmpty();
        assertThat(load("http.port=8080", Map.of(), Map.of()).http())
                .isEqualTo(new HttpConfig(
                        Optional.of(8080),
                        "127.0.0.1",
                        "",
                        new AccessConfig(null, null, false, 50, 10),
                        Optional.empty()));
    }

    @Test
    void shouldNotBelieveTokensThatMayBeMeantForOthersOrComeInTheOpen() {
        for (String wrong : new String[] {
            "http.auth.oidc.issuer=https://login.example",
            "http.auth.oidc.audience=misconduct-monitor",
            "http.auth.oidc.issuer=http://login.example\nhttp.auth.oidc.audience=x",
            "http.auth.oidc.issuer=https://login.example?x=y\nhttp.auth.oidc.audience=x",
            "http.auth.oidc.jwks.url=http://localhost.evil.example/keys",
            "http.behind.proxy=yes"
        }) {
            assertThatThrownBy(() -> load(wrong, Map.of(), Map.of())).as(wrong).isInstanceOf(ConfigException.class);
        }
        assertThat(load("http.auth.token.file=/etc/tokens", Map.of(), Map.of()).describe())
                .contains("/etc/tokens");
    }

    @Test
    void shouldNotListenForOthersWithoutCredentials() {
        for (String host : new String[] {"0.0.0.0", "::", "192.168.1.2", "monitor.example", "127.0.0.1.example"}) {
            assertThatThrownBy(() -> load("http.port=1\nhttp.host=" + host, Map.of(), Map.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("needs credentials")
                    .hasMessageContaining("token new");
        }
        String others = "http.port=1\nhttp.host=0.0.0.0\n";
        String provider =
                "http.auth.oidc.issuer=https://login.example/realm\nhttp.auth.oidc.audience=misconduct-monitor\n";
        assertThatThrownBy(() -> load(others + provider, Map.of(), Map.of()))
                .hasMessageContaining("needs TLS")
                .hasMessageContaining("set application.server");
        HttpConfig http = load(
                        others + provider
                                + "http.behind.proxy=true\napplication.server=monitor-1:1\nprivacy.vault=/vault",
                        Map.of(),
                        Map.of())
                .http();
        assertThat(http.access().asksForCredentials()).isTrue();
        assertThat(http.access().security().behindProxy()).isTrue();
        assertThat(load("http.host=127.0.0.2", Map.of(), Map.of()).http().host())
                .isEqualTo("127.0.0.2");
    }

    @Test
    void shouldNotLetOthersWriteBeforeSomebodyDecidedWhatBecomesOfTheirWords() {
        String others = "http.port=1\nhttp.host=192.168.1.2\nhttp.auth.token.file=/tokens\nhttp.behind.proxy=true\n";

        assertThatThrownBy(() -> load(others, Map.of(), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("privacy.vault")
                .hasMessageContaining("privacy.free.text = clear");
        for (String decided : List.of("privacy.vault=/vault", "privacy.free.text=clear", "privacy.free.text=sealed")) {
            assertThat(load(others + decided, Map.of(), Map.of()).privacy().warning())
                    .isEmpty();
        }
    }

    @Test
    void shouldKeepWordsReadableOnlyWhereNothingElseIsSaidAndSaySo() {
        assertThat(load("", Map.of(), Map.of()).privacy().freeText()).isEqualTo(FreeText.CLEAR);
        assertThat(load("", Map.of(), Map.of()).privacy().warning())
                .hasValueSatisfying(warning -> assertThat(warning).contains("privacy.vault"));
        assertThat(load("privacy.vault=/vault", Map.of(), Map.of()).privacy().freeText())
                .isEqualTo(FreeText.SEALED);
        assertThat(load("privacy.vault=/vault\nprivacy.free.text=clear", Map.of(), Map.of())
                        .privacy()
                        .freeText())
                .isEqualTo(FreeText.CLEAR);
        assertThatThrownBy(() -> load("privacy.free.text=open", Map.of(), Map.of()))
                .hasMessageContaining("auto, sealed or clear");
    }

    @Test
    void shouldListenForOthersWithKeysOfItsOwn() {
        String others = "http.port=1\nhttp.host=0.0.0.0\nhttp.auth.token.file=t\napplication.server=monitor-1:1\n"
                + "privacy.free.text=sealed\n";

        MonitorConfig pem = load(others + "http.tls.certificate.file=c\nhttp.tls.key.file=k\n", Map.of(), Map.of());
        MonitorConfig store = load(
                others + "http.tls.keystore.file=s\nhttp.tls.trust.file=t\n",
                Map.of("MISCONDUCT_HTTP_TLS_KEYSTORE_PASSWORD", "open sesame"),
                Map.of());

        assertThat(pem.http().tls().orElseThrow().keys()).isEqualTo(new PemFiles(Path.of("c"), Path.of("k")));
        assertThat(store.http().tls().orElseThrow().keys()).isEqualTo(new KeyStoreFile(Path.of("s"), "open sesame"));
        assertThat(store.http().tls().orElseThrow().trust()).contains(Path.of("t"));
        assertThat(store.describe() + store.http())
                .contains("http.tls.keystore.file")
                .doesNotContain("sesame");
        assertThatThrownBy(() -> load("", Map.of(), Map.of("http.tls.keystore.password", "open sesame")))
                .hasMessageContaining("list of processes")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void shouldNotGuessWhichKeysAreMeant() {
        for (String half : new String[] {
            "http.tls.key.file=k",
            "http.tls.certificate.file=c",
            "http.tls.keystore.file=s",
            "http.tls.keystore.password=p",
            "http.tls.trust.file=t",
            "http.tls.key.file=k\nhttp.tls.certificate.file=c\nhttp.tls.keystore.file=s\nhttp.tls.keystore.password=p"
        }) {
            assertThatThrownBy(() -> load(half, Map.of(), Map.of()))
                    .as(half)
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("http.tls.key");
        }
    }

    @Test
    void shouldLetTheLaterSourceWin() {
        String file = "topics.prefix=file.\ntopics.partitions=1\nnum.stream.threads=1\n";
        Map<String, String> environment =
                Map.of("MISCONDUCT_TOPICS_PARTITIONS", "2", "MISCONDUCT_NUM_STREAM_THREADS", "3");

        MonitorConfig config = load(file, environment, Map.of("num.stream.threads", "4"));

        assertThat(config.topics().prefix()).isEqualTo("file.");
        assertThat(config.topics().partitions()).isEqualTo(2);
        assertThat(config.streams().threads()).isEqualTo(4);
    }

    @Test
    void shouldRunWithTheCalendarItNames() throws IOException {
        Path days = Files.writeString(directory.resolve("days.txt"), "8 June 2026\n");
        MonitorConfig config = load("calendar=" + days, Map.of(), Map.of());

        assertThat(config.calendar()).isEqualTo(days);
        assertThatThrownBy(() -> Monitor.topology(config, RuleSet.NONE))
                .hasMessageContaining("days.txt:1:1: '8' is no date");
    }

    @Test
    void shouldNameKeyValueSourceAndWhatIsAllowed() {
        assertThatThrownBy(() -> load("", Map.of("MISCONDUCT_TOPICS_PARTITIONS", "six"), Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("topics.partitions = six (environment MISCONDUCT_TOPICS_PARTITIONS) must be a whole number"
                        + " from 1 to 10000");
    }

    @Test
    void shouldTellEveryMistakeAtOnce() {
        Map<String, String> wrong = Map.of("group.protocol", "new", "bootstrap.servers", "broker", "rule", "x");

        assertThatThrownBy(() -> load("", Map.of(), wrong))
                .hasMessageContaining("3 errors")
                .hasMessageContaining("one of classic, streams")
                .hasMessageContaining("host:port")
                .hasMessageContaining("there is no key rule (command line). Did you mean rules?");
    }

    @Test
    void shouldRefuseWhatExactnessDependsOn() {
        assertThatThrownBy(() -> load("processing.guarantee=at_least_once", Map.of(), Map.of()))
                .hasMessageContaining("must be exactly_once_v2");
        assertThatThrownBy(() -> load("kafka.consumer.isolation.level=read_uncommitted", Map.of(), Map.of()))
                .hasMessageContaining("exactness depends on it");
        assertThatThrownBy(() -> load("kafka.streams.commit.interval.ms=5", Map.of(), Map.of()))
                .hasMessageContaining("write commit.interval.ms instead");
    }

    @Test
    void shouldIgnoreButMentionVariablesOfContainerPlatforms() {
        MonitorConfig config = load("", Map.of("MISCONDUCT_MONITOR_SERVICE_HOST", "10.0.0.1"), Map.of());

        assertThat(config.warnings()).singleElement().asString().contains("MISCONDUCT_MONITOR_SERVICE_HOST");
    }

    @Test
    void shouldTranslateEveryKeyFromTheEnvironment() {
        MonitorConfig config =
                load("", Map.of("MISCONDUCT_KAFKA_CLIENT_ID", "x", "MISCONDUCT_KAFKA_A__B___C", "y"), Map.of());

        assertThat(config.passThrough().admin()).isEqualTo(Map.of("client.id", "x", "a_b-c", "y"));
    }

    @Test
    void shouldHandOnWhatBelongsToOthers() {
        MonitorConfig config = load(
                "kafka.security.protocol=SASL_SSL\nkafka.consumer.fetch.min.bytes=2\nkafka.streams.poll.ms=10\n"
                        + "value.serializer=X\nbasic.auth.user.info=a:b\nschema.registry.ssl.truststore.location=t\n",
                Map.of(),
                Map.of());

        PassThrough handedOn = config.passThrough();
        assertThat(handedOn.consumer()).isEqualTo(Map.of("security.protocol", "SASL_SSL", "fetch.min.bytes", "2"));
        assertThat(handedOn.admin()).isEqualTo(Map.of("security.protocol", "SASL_SSL"));
        assertThat(handedOn.streams())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "consumer.fetch.min.bytes", "2", "poll.ms", "10"));
        assertThat(handedOn.serdes())
                .containsEntry("value.serializer", "X")
                .containsEntry("basic.auth.user.info", "a:b")
                .containsEntry("schema.registry.url", "http://localhost:8081")
                .containsEntry("schema.registry.ssl.truststore.location", "t");
        assertThat(config.isSecured()).isTrue();
    }

    @Test
    void shouldReadSecretsFromFilesAndVariables() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "pa$$\\word\n");
        String file = "kafka.ssl.key.password=${file:" + secret + "}\nbasic.auth.user.info=me:${env:PASS}\n";

        MonitorConfig config = load(file, Map.of("PASS", "word"), Map.of());

        assertThat(config.passThrough().admin()).containsEntry("ssl.key.password", "pa$$\\word");
        assertThat(config.passThrough().serdes()).containsEntry("basic.auth.user.info", "me:word");
        assertThatThrownBy(() -> load("basic.auth.user.info=${env:NONE}", Map.of(), Map.of()))
                .hasMessageContaining("environment variable NONE, which is not set");
    }

    @Test
    void shouldNeverPrintSecrets() {
        String file = "kafka.sasl.jaas.config=... password=hunter2\nbasic.auth.user.info=me:hunter2\n"
                + "bearer.auth.token=hunter2\nkafka.ssl.keystore.password=hunter2\n"
                + "schema.registry.url=http://me:h@hunter2@registry:8081\n";
        file += "kafka.consumer.ssl.keystore.key=hunter2\nschema.registry.ssl.key.password=hunter2\n"
                + "kafka.sasl.oauthbearer.assertion.private.key.passphrase=hunter2\napicurio.api.key=hunter2\n";
        Map<String, String> environment =
                Map.of("MISCONDUCT_KAFKA_SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET", "hunter2");

        MonitorConfig config = load(file, environment, Map.of());

        assertThat(config.describe())
                .doesNotContain("hunter2")
                .containsPattern("schema.registry.url +=? ?= http://\\*+@registry:8081");
        assertThat(config.toString()).doesNotContain("hunter2");
    }

    @Test
    void shouldPrintWhereSecretsAreAndOfWhatKind() {
        MonitorConfig config = load(
                "kafka.sasl.oauthbearer.token.endpoint.url=https://tokens\nbasic.auth.credentials.source=USER_INFO\n"
                        + "kafka.ssl.keystore.location=/keys.p12\nkafka.ssl.key.password=${file:"
                        + secret("word") + "}\n",
                Map.of(),
                Map.of());

        assertThat(config.describe())
                .contains("= https://tokens", "= USER_INFO", "= /keys.p12", "= ${file:")
                .doesNotContain("****");
    }

    @Test
    void shouldTakeNoSecretFromTheCommandLine() {
        Map<String, String> told = Map.of(
                "kafka.ssl.key.password", "hunter2",
                "kafka.admin.sasl.jaas.config", "hunter2",
                "schema.registry.url", "https://me:hunter2@registry");

        assertThatThrownBy(() -> load("", Map.of(), told))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("3 errors")
                .hasMessageContaining("set it in the file or as MISCONDUCT_KAFKA_SSL_KEY_PASSWORD, or write"
                        + " kafka.ssl.key.password=${file:/path}")
                .hasMessageContaining("list of processes")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void shouldTakeFromTheCommandLineWhereASecretIs() {
        MonitorConfig config =
                load("", Map.of(), Map.of("kafka.ssl.key.password", "${file:" + secret("hunter2") + "}"));

        assertThat(config.passThrough().admin()).containsEntry("ssl.key.password", "hunter2");
    }

    @Test
    void shouldPrintEffectiveValuesWithTheirSource() {
        MonitorConfig config = load("topics.prefix=x.", Map.of(), Map.of("num.stream.threads", "4"));

        assertThat(config.describe())
                .containsPattern("topics.prefix +=? ?= x\\.  \\(.*monitor.properties\\)")
                .containsPattern("num.stream.threads +=? ?= 4  \\(command line\\)")
                .containsPattern("application.id +=? ?= misconduct-monitor  \\(default\\)");
    }

    @Test
    void shouldSayWhenTheFileCannotBeRead() {
        ConfigSources sources = new ConfigSources(Optional.of(directory.resolve("none")), Map.of(), Map.of());

        assertThatThrownBy(() -> MonitorConfig.load(sources)).hasMessageContaining("check --config");
    }

    @Test
    void shouldKeepStateOutOfTemporaryDirectories() {
        assertThat(UserDirectories.data(Map.of(), "Linux", "/home/a"))
                .isEqualTo(Path.of("/home/a/.local/share/misconduct-monitor"));
        assertThat(UserDirectories.data(Map.of("XDG_DATA_HOME", "/data"), "Linux", "/home/a"))
                .isEqualTo(Path.of("/data/misconduct-monitor"));
        assertThat(UserDirectories.data(Map.of(), "Mac OS X", "/Users/a"))
                .isEqualTo(Path.of("/Users/a/Library/Application Support/misconduct-monitor"));
    }

    private Path secret(String content) {
        try {
            return Files.writeString(directory.resolve("a-secret"), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private MonitorConfig load(String file, Map<String, String> environment, Map<String, String> commandLine) {
        try {
            Path path = Files.writeString(directory.resolve("monitor.properties"), file);
            return MonitorConfig.load(new ConfigSources(Optional.of(path), environment, commandLine));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
