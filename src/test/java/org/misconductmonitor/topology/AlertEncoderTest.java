package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Escalation;
import org.misconductmonitor.alert.Evidence;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.Judged;
import org.misconductmonitor.alert.Life;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.Notice;
import org.misconductmonitor.alert.Peers;
import org.misconductmonitor.alert.ReviewAction;
import org.misconductmonitor.alert.Watch;
import org.misconductmonitor.event.Subject;

/** The bytes of an alert are those that Avro's own writer makes of its record. */
class AlertEncoderTest {
    private static final Instant AT = Instant.parse("2024-01-10T00:00:00.000001Z");

    private final AlertAvro avro = new AlertAvro();
    private final AlertCodec codec = new AlertCodec();

    static Stream<Alert> alerts() {
        Evidence bare = new Evidence(null, null, "e1", AT, null, null, null, null, null);
        Evidence whole = new Evidence("a1", "c1", "e2", AT, "A", "SEXUAL", "f1", "SUSTAINED", "other");
        Alert least = alert(Subject.ofOfficer("o1"), List.of(bare), null, null, false);
        Alert most = alert(
                Subject.ofTenant("north"), List.of(whole, bare), Peers.of("force f1", 30, 29), AT.plusSeconds(1), true);
        Alert none = alert(Subject.ofOfficer("o1"), List.of(), null, null, false);
        return Stream.concat(
                Stream.of(least, most, none),
                Stream.of(LifeState.values()).flatMap(state -> Stream.of(Notice.Quiet.values())
                        .map(quiet -> reviewed(most, life(state), notice(quiet)))));
    }

    private static Alert alert(
            Subject subject, List<Evidence> evidence, Peers peers, Instant dueBy, boolean everythingElse) {
        return new Alert(
                "id",
                300,
                everythingElse ? Alert.Transition.RESOLVED : Alert.Transition.RAISED,
                new Alert.RuleRef("rule", "v1", "Rule \u00e9", everythingElse),
                "AMBER",
                2,
                "default",
                subject,
                AT,
                AT.plusSeconds(5),
                3,
                2,
                Instant.parse("1905-01-01T00:00:00Z"),
                AT,
                evidence,
                "Because.",
                peers,
                dueBy,
                everythingElse ? Handling.COVERT : Handling.OPEN,
                everythingElse ? "a reason" : null,
                everythingElse ? "part" : null,
                everythingElse ? AT : null,
                Life.UNREVIEWED,
                Notice.COMPUTED);
    }

    private static Alert reviewed(Alert alert, Life life, Notice notice) {
        return new Alert(
                alert.alertId(),
                alert.revision(),
                alert.transition(),
                alert.rule(),
                alert.level(),
                alert.levelIndex(),
                alert.tenantId(),
                alert.subject(),
                alert.firedAt(),
                alert.asOf(),
                alert.count(),
                alert.threshold(),
                alert.windowStart(),
                alert.windowEnd(),
                alert.evidence(),
                alert.explanation(),
                alert.peers(),
                alert.dueBy(),
                alert.handling(),
                alert.reason(),
                alert.part(),
                alert.endedAt(),
                life,
                notice);
    }

    private static Life life(LifeState state) {
        return new Life(
                state,
                LifeState.ACKNOWLEDGED,
                "owner",
                "reason",
                AT,
                new Watch(AT, AT.plusSeconds(9), Escalation.RED, "late"),
                "RED",
                List.of("c1", "c2"),
                2,
                "statement",
                new Judged(4, 5, List.of("x")));
    }

    private static Notice notice(Notice.Quiet quiet) {
        Notice.Did did = new Notice.Did("x", ReviewAction.Kind.COMMENT, "r1", null);
        return new Notice(Notice.Change.REVIEW, AT, quiet, true, did);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldWriteWhatAvroWrites(Alert alert) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(avro.schema()).write(avro.write(alert), encoder);
        encoder.flush();

        assertThat(codec.record(alert).behind(new byte[0])).isEqualTo(out.toByteArray());
        assertThat(codec.decode(codec.encode(alert))).isEqualTo(alert);
    }

    @Test
    void shouldWriteTheNextOneWholeAfterOneThatFailed() {
        Alert good = alert(Subject.ofOfficer("o1"), List.of(), null, null, false);
        Alert broken = alert(
                Subject.ofOfficer("o1"),
                List.of(new Evidence(null, null, null, AT, null, null, null, null, null)),
                null,
                null,
                false);
        assertThatThrownBy(() -> codec.encode(broken)).isInstanceOf(NullPointerException.class);

        assertThat(codec.decode(codec.encode(good))).isEqualTo(good);
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void shouldShowItsFieldsToOtherSerializers(Alert alert) {
        assertThat(avro.read(codec.record(alert))).isEqualTo(alert);
    }
}
