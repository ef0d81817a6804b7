package org.misconductmonitor.cli;

/** A command that is told to stop and hangs. */
final class NeverStops {
    private NeverStops() {}

    public static void main(String[] args) throws InterruptedException {
        try (StopSignal stop = new StopSignal()) {
            System.out.println("started");
            stop.await(600_000);
            Thread.sleep(600_000);
        }
    }
}
