package org.misconductmonitor.hostile;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link DecoderTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class DecoderFuzz {
    static {
        // Else every question to our own registry is taken for a find.
        BugDetectors.allowNetworkConnections((host, port) -> host.equals("127.0.0.1"));
    }

    private static final Target TARGET = new DecoderTarget();

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void fuzz(byte[] input) {
        TARGET.feed(input);
    }
}
