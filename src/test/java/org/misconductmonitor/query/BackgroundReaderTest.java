package org.misconductmonitor.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundReaderTest {
    @Test
    void shouldTryAgainAfterAFailureAndStopWhenClosed() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        BackgroundReader reader = new BackgroundReader("letters", goesOn -> {
            if (tries.incrementAndGet() < 2) {
                throw new IllegalStateException("the first time it fails");
            }
            reading.countDown();
            while (goesOn.getAsBoolean()) {
                Thread.onSpinWait();
            }
            stopped.countDown();
        });

        reader.start();
        reader.start();
        reading.await();
        reader.close();

        assertThat(stopped.await(0, TimeUnit.SECONDS)).isTrue();
        assertThat(tries).hasValue(2);
    }

    @Test
    void shouldReadNothingUnlessStarted() {
        AtomicInteger tries = new AtomicInteger();
        BackgroundReader reader = new BackgroundReader("letters", goesOn -> tries.incrementAndGet());

        reader.close();
        reader.start();
        reader.close();

        assertThat(tries).hasValue(0);
    }
}
