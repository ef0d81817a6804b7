package org.misconductmonitor.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.hostile.Target;

/** {@link BodyTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class BodyFuzz {
    private static final Target TARGET = new BodyTarget();

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void fuzz(byte[] input) {
        TARGET.feed(input);
    }
}
