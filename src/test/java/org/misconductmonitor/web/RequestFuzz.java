package org.misconductmonitor.web;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.hostile.OwnServers;
import org.misconductmonitor.hostile.Target;

/** {@link RequestTarget} under a fuzzer: {@code ./mvnw -Pnightly verify}. */
class RequestFuzz {
    private static final Target TARGET = new RequestTarget(new SilentServer());

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
