package org.misconductmonitor.backtest.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.backtest.History;
import org.misconductmonitor.backtest.Story;
import org.misconductmonitor.event.input.CsvTable;

class FairnessTest {
    @TempDir
    private Path folder;

    private Characteristics table(String text) throws IOException {
        return Characteristics.of(CsvTable.read(Files.writeString(folder.resolve("groups.csv"), text)));
    }

    /** Officers a0... and b0... in groups a and b; the first so many of each have an alert. */
    private static History history(int a, int b) {
        Story story = new Story();
        for (int i = 0; i < a + b; i++) {
            String officer = i < a ? "a" + i : "b" + (i - a);
            story.recorded(officer, "c" + i, "2020-01-01").recorded(officer, "d" + i, "2020-02-01");
        }
        return story.under(Story.rules(Story.threshold("two", 2, 9)));
    }

    private Characteristics groups(int a, int b) throws IOException {
        StringBuilder text = new StringBuilder("officerId,group\n");
        for (int i = 0; i < a; i++) {
            text.append("a").append(i).append(",a\n");
        }
        for (int i = 0; i < b; i++) {
            text.append("b").append(i).append(",b\n");
        }
        return table(text.toString());
    }

    @Test
    void shouldCompareRatesOfGroups() throws IOException {
        // 20 of 100 against 10 of 80: 0.125 / 0.2 = 0.625.
        List<FairnessFigures> figures = Fairness.of(history(20, 10), groups(100, 80), Map.of());

        assertThat(figures).singleElement().satisfies(level -> {
            assertThat(level.ruleId()).isEqualTo("two");
            assertThat(level.officers()).isEqualTo(180);
            assertThat(level.selected()).isEqualTo(30);
            GroupFigures a = level.groups().get(0);
            GroupFigures b = level.groups().get(1);
            assertThat(a.reference()).isTrue();
            assertThat(a.rate()).isEqualTo(0.2);
            assertThat(a.ratio()).isNull();
            assertThat(b.rate()).isEqualTo(0.125);
            assertThat(b.ratio().ratio()).isCloseTo(0.625, within(1e-12));
            assertThat(b.stands()).isTrue();
        });
    }

    @Test
    void shouldCompareWithTheGroupThatIsNamed() throws IOException {
        List<GroupFigures> groups = Fairness.of(history(20, 10), groups(100, 80), Map.of("group", "b"))
                .get(0)
                .groups();

        assertThat(groups.get(0).ratio().ratio()).isCloseTo(1.6, within(1e-12));
        assertThatThrownBy(() -> Fairness.of(history(20, 10), groups(100, 80), Map.of("group", "c")))
                .hasMessageContaining("there is no group 'c'")
                .hasMessageContaining("a, b");
    }

    @Test
    void shouldLeaveOutSmallNumbersAndTheTotal() throws IOException {
        FairnessFigures level =
                Fairness.of(history(20, 4), groups(100, 80), Map.of()).get(0);

        assertThat(level.selected()).isNull();
        assertThat(level.groups()).allSatisfy(group -> {
            assertThat(group.selected()).isNull();
            assertThat(group.rate()).isNull();
            assertThat(group.ratio()).isNull();
            assertThat(group.officers()).isGreaterThanOrEqualTo(80);
        });
    }

    @Test
    void shouldPutSmallGroupsTogether() throws IOException {
        Characteristics characteristics = table("officerId,group\n"
                + "x,rare\ny,rarer\n"
                + "p1,few\np2,few\np3,few\np4,few\np5,few\n"
                + "a1,a\na2,a\na3,a\na4,a\na5,a\na6,a\na7,a\nn,\n");

        assertThat(Groups.of(characteristics.groups().get("group")))
                .extracting(group -> group.name() + " " + group.officers().size())
                .containsExactly("a 7", Groups.OTHERS + " 8");
    }

    @Test
    void shouldGiveTheIntervalOfKatz() {
        // ln 0.5 -+ 1.96 * sqrt(1/10 - 1/100 + 1/20 - 1/100) = -0.6931 -+ 0.7067
        RateRatio ratio = RateRatio.of(10, 100, 20, 100);

        assertThat(ratio.ratio()).isCloseTo(0.5, within(1e-12));
        assertThat(ratio.low()).isCloseTo(0.2466, within(5e-5));
        assertThat(ratio.high()).isCloseTo(1.0136, within(5e-5));
    }

    @Test
    void shouldSayWhatIsWrongWithATableAndNameNoOfficer() {
        assertThatThrownBy(() -> table("id,sex\n")).hasMessageContaining("the first line must be: officerId");
        assertThatThrownBy(() -> table("officerId,sex,sex\no1,m,m\n")).hasMessageContaining("a name of its own");
        assertThatThrownBy(() -> table("officerId,sex\n")).hasMessageContaining("no officer follows");
        assertThatThrownBy(() -> table("officerId,sex\nsecret,m\nsecret,f\n"))
                .hasMessageContaining("groups.csv:3: this officer was in an earlier line already")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> table("officerId,sex\n,f\n")).hasMessageContaining(":2: the officerId is missing");
    }
}
