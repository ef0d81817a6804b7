package org.misconductmonitor.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link GateTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class GateFuzz {
    private static final Target TARGET = new GateTarget();

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void fuzz(byte[] input) {
        OwnServers.allow();
        TARGET.feed(input);
    }
}
