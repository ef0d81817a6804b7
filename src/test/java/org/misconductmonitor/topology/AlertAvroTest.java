package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.event.Subject;

/** Alerts come back from Avro as they were. */
class AlertAvroTest {
    private static final Instant AT = Instant.parse("2024-01-10T00:00:00Z");

    private final AlertAvro avro = new AlertAvro();

    private static Alert about(Subject subject, Peers peers) {
        return new Alert(
                "id",
                1,
                Alert.Transition.RAISED,
                new Alert.RuleRef("rule", "v1", "Rule", false),
                "AMBER",
                0,
                "default",
                subject,
                AT,
                AT,
                3,
                2,
                AT.minusSeconds(60),
                AT,
                List.of(new Evidence("a1", "c1", "e1", AT, "A", "SEXUAL", "f1", null, "other")),
                "Because.",
                peers,
                null,
                Handling.OPEN,
                null,
                "part",
                null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
    }

    @Test
    void shouldReadBackEveryKindOfSubject() {
        for (Subject.Kind kind : Subject.Kind.values()) {
            Alert alert = about(new Subject(kind, "x"), null);
            assertThat(avro.read(avro.write(alert))).isEqualTo(alert);
        }
    }

    @Test
    void shouldReadBackPeers() {
        Alert alert = about(Subject.ofOfficer("o1"), Peers.of("force f1, rank PC", 30, 29));
        assertThat(avro.read(avro.write(alert))).isEqualTo(alert);
    }

    @Test
    void shouldTakeASubjectOfAnEarlierReleaseForATenant() {
        GenericData.Record record = avro.write(about(Subject.ofTenant("default"), null));
        record.put("subjectKind", null);
        assertThat(avro.read(record).subject()).isEqualTo(Subject.ofTenant("default"));
    }
}
