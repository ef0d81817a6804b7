package org.misconductmonitor.event.input;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvMappingTest {
    private static final String GOOD = """
            separator: ";"
            zone: Europe/London
            dates: dd/MM/yyyy
            constants: { tenantId: t, revision: 1 }
            events:
              - eventType: RECORDED
                when: Id
                fields:
                  eventId: { template: "{Id}-r" }
                  recordedAt: { column: Logged, dates: yyyy-MM-dd, zone: UTC }
                  outside: { column: Out, values: { Y: true, N: false }, otherwise: false }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "separator:    | seperator:      | map.yaml:1:1: 'seperator' is not known here; did you mean separator?",
                "Europe/London | Europe/Lundon   | map.yaml:2:7: no zone has this name",
                "zone: Europe/London | separator: x | map.yaml:2:1: 'separator' is given twice",
                "zone: Europe/London | # no zone | map.yaml:3:8: this pattern has no zone",
                "dd/MM/yyyy    | dd/MMMMMMM/yyyy | map.yaml:3:8: this is no pattern of a date",
                "tenantId      | tenant          | map.yaml:4:14: no event has a field 'tenant'; did you mean tenantId?",
                "revision: 1   | revision: one   | map.yaml:4:37: revision: the value of a field is not of its type; write a whole",
                "events:       | # events:       | map.yaml:6:3:",
                "RECORDED      | RECORDET        | map.yaml:6:16: eventType RECORDET: no event is of this type; did you mean RECORDED?",
                "when:         | if:             | map.yaml:7:5: 'if' is not known here; write one of eventType, when, fields",
                "eventId:      | caseId:         | map.yaml:6:5: eventId is missing",
                "{Id}-r        | {Id-r           | map.yaml:9:28: a { is not closed",
                "column: Logged | constant: x, column: y | map.yaml:10:19: write one of column, template and constant",
                "recordedAt:   | at:             | map.yaml:6:5: recordedAt is missing",
                "N: false }    | N: no }         | map.yaml:11:53: outside: the value of a field is not of its type; write true or false",
                "values:       | valeus:         | map.yaml:11:31: 'valeus' is not known here; did you mean values?",
                "' when: Id'   | ' when: [Id]'   | map.yaml:7:11: write a text here",
                "' { tenantId: t' | ' [ tenantId: t' | map.yaml:4",
            })
    void shouldSayWhereAndWhatToWrite(String good, String bad, String message) {
        CsvMapping.parse(GOOD, "map.yaml");
        assertThatThrownBy(() -> CsvMapping.parse(GOOD.replace(good, bad), "map.yaml"))
                .isInstanceOf(CsvMappingException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({"'',the file is empty", "'- a',write keys and values", "'events: []x',map.yaml:1"})
    void shouldRefuseFilesThatAreNoMapping(String yaml, String message) {
        assertThatThrownBy(() -> CsvMapping.parse(yaml, "map.yaml"))
                .isInstanceOf(CsvMappingException.class)
                .hasMessageContaining(message);
    }
}
