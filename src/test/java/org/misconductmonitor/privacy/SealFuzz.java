package org.misconductmonitor.privacy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.hostile.Target;

/** {@link SealTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class SealFuzz {
    private static final Target TARGET = new SealTarget();

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void fuzz(byte[] input) {
        TARGET.feed(input);
    }
}
