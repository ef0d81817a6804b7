package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "import ",
                "alerts ",
                "alerts list ",
                "alerts show ",
                "alerts tail ",
                "report ",
                "report list ",
                "report all ",
                "report backlog ",
                "topics ",
                "topics acls ",
                "topics check ",
                "topics create ",
                "dead-letters ",
                "dead-letters list ",
                "dead-letters replay ",
                "token ",
                "token new ",
                "state ",
                "state reset ",
                "backup ",
                "backup create ",
                "backup restore ",
                "topology ",
                "config "
            })
    void shouldExplainEveryCommand(String command) {
        assertThat(run((command + "--help").split(" "))).isEqualTo(Exit.OK);

        assertThat(out.toString()).startsWith("Usage: misconduct-monitor " + command);
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replay --events x --until 2020 | '2020' is no time: write 2024-05-01T09:00:00Z",
                "replay --events x --until 2023-02-29 | '2023-02-29' is no time",
                "replay --events x --shuffle one | 'one' is no whole number",
                "audit list --limit 99999999999 | '99999999999' does not lie between",
                "audit list --limit 0 | --limit must be 1 or more, not 0",
                "audit list --limit -5 | --limit must be 1 or more, not -5",
                "dead-letters list --limit -1 | --limit must be 0 or more, not -1",
                "privacy reviews --until 2027-01-01 | --until and --rules go with --due",
                "report cases --against x --as-of now | 'now' is no time"
            })
    void shouldSayHowTimesAndNumbersAreWritten(String command, String words) {
        assertThat(run(command.split(" "))).isEqualTo(Exit.USAGE);

        assertThat(err.toString()).contains(words).doesNotContain("java");
    }

    @Test
    void shouldTakeADateForItsFirstMoment() {
        assertThat(run("replay", "--events", "nowhere", "--until", "2024-02-29"))
                .isEqualTo(Exit.FAILED);

        assertThat(err.toString()).contains("nowhere cannot be opened");
    }

    @Test
    void shouldSayWhatToTryWhenNoCommandIsGiven() {
        assertThat(run()).isEqualTo(Exit.USAGE);

        assertThat(err.toString()).contains("which command?", "Try: misconduct-monitor --help");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldNotGuessWhatNobodyMeant() {
        assertThat(run("report", "nonsense", "--against", "x")).isEqualTo(Exit.USAGE);

        assertThat(err.toString())
                .contains("there is no command 'misconduct-monitor report nonsense'")
                .contains("Try: misconduct-monitor report --help")
                .doesNotContain("Did you mean", "--against");
    }

    @Test
    void shouldSuggestTheCommandThatWasMeant() {
        assertThat(run("topics", "chekc")).isEqualTo(Exit.USAGE);

        assertThat(err.toString())
                .contains("there is no command 'misconduct-monitor topics chekc'")
                .contains("Did you mean: misconduct-monitor topics check?");
    }

    @Test
    void shouldCallAWrongConfigurationAWrongUse() {
        assertThat(run("topics", "check", "--set", "topics.partitions=six")).isEqualTo(Exit.USAGE);

        assertThat(err.toString())
                .isEqualTo("misconduct-monitor: topics.partitions = six (command line) must be a whole number from 1 to"
                        + " 10000" + System.lineSeparator());
    }

    @Test
    void shouldSayInOneLineThatNoClusterAnswers() {
        int exit = run(
                "topics",
                "check",
                "--bootstrap-server",
                "127.0.0.1:1",
                "--set",
                "kafka.default.api.timeout.ms=300",
                "--set",
                "kafka.request.timeout.ms=200");

        assertThat(exit).isEqualTo(Exit.FAILED);
        assertThat(err.toString())
                .startsWith("misconduct-monitor: cannot list the topics at 127.0.0.1:1: no answer in time.")
                .hasLineCount(1);
    }

    @Test
    void shouldShowWhereItFailedOnlyWhenAsked() {
        run("topics", "check", "--bootstrap-server", "no.such.host.invalid:1", "--stacktrace");

        assertThat(err.toString()).contains("Check bootstrap.servers", "\tat ");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
