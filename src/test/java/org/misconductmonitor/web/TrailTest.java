package org.misconductmonitor.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.query.UnavailableException;

/** With a cluster that takes nothing. */
class TrailTest {
    private final SilentServer server = new SilentServer();
    private final Operation operation = Operation.get("/x", "readX")
            .needs(Permission.READ_RECORDS)
            .about("x", "x", "x")
            .text("text/plain", request -> null);
    private final Trail trail = new Trail(server.queries().audit(), Caller.LOCAL, operation, "why");

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldLetNothingBeToldOrDoneThatCannotBeWrittenDown() {
        trail.shows("tenant", "officer", 1);

        assertThatThrownBy(trail::answered).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> trail.replays(List.of("0@1"))).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> trail.refused(ProblemType.NOT_FOUND, "officer", null))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void shouldNotNeedTheLogWhereNothingIsTold() {
        assertThatCode(trail::answered).doesNotThrowAnyException();
        assertThatCode(() -> trail.refused(ProblemType.FORBIDDEN, "officer", null))
                .doesNotThrowAnyException();
        assertThatCode(() -> trail.refused(ProblemType.INVALID_PARAMETER, "officer", null))
                .doesNotThrowAnyException();
    }
}
