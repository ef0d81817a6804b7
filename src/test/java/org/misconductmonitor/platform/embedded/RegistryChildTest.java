package org.misconductmonitor.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryChildTest {
    @Test
    void shouldEndWithItsParentEvenWhenThatIsKilled(@TempDir Path directory) throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !child.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    @Test
    void shouldSayHowToGetARegistryThatIsNotThere(@TempDir Path nothing) {
        String before = System.getProperty(RegistryHome.PROPERTY);
        System.setProperty(RegistryHome.PROPERTY, nothing.toString());
        try (EmbeddedRegistry registry = new EmbeddedRegistry(nothing)) {
            assertThatThrownBy(registry::start)
                    .isInstanceOf(PlatformException.class)
                    .hasMessageContaining("./mvnw package")
                    .hasMessageContaining(RegistryHome.PROPERTY);
        } finally {
            if (before == null) {
                System.clearProperty(RegistryHome.PROPERTY);
            } else {
                System.setProperty(RegistryHome.PROPERTY, before);
            }
        }
    }

    /** Starts a registry, says its process id, and waits to be killed. */
    public static final class Parent {
        private Parent() {}

        public static void main(String[] args) throws Exception {
            EmbeddedRegistry registry = new EmbeddedRegistry(Path.of(args[0])).start();
            System.out.println(registry.pid());
            System.in.read();
        }
    }
}
