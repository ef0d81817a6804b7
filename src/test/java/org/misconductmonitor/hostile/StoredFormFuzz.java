package org.misconductmonitor.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link StoredFormTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class StoredFormFuzz {
    private static final Target TARGET = new StoredFormTarget();

    static Stream<byte[]> seeds() {
        return TARGET.seeds().stream();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void fuzz(byte[] input) {
        TARGET.feed(input);
    }
}
