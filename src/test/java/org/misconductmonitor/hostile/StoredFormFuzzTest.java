package org.misconductmonitor.hostile;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.misconductmonitor.event.EventCodec;

class StoredFormFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void fuzz(byte[] bytes) {
        try {
            EventCodec.decode(bytes);
        } catch (IllegalArgumentException e) {
            // documented
        }
    }
}
