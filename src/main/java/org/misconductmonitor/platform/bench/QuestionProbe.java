package org.misconductmonitor.platform.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Asks questions of one kind at an even pace, and takes the time of each answer from when it was due to be asked. */
final class QuestionProbe {
    private static final double ASKED_A_SECOND = 10;

    private final String name;
    private final List<String> targets;
    private final HttpClientUnderTest client;
    private final List<Double> millis = new ArrayList<>();
    private int failed;

    /** @param targets one of them is asked for each time, at random */
    QuestionProbe(String name, List<String> targets, HttpClientUnderTest client) {
        this.name = name;
        this.targets = targets;
        this.client = client;
    }

    /** Goes on as long as it is told to, on a thread of its own. */
    Thread start(BooleanSupplier goesOn) {
        Random random = new Random(name.hashCode());
        Thread thread = new Thread(
                () -> Pace.keep(ASKED_A_SECOND, goesOn, due -> ask(targets.get(random.nextInt(targets.size())), due)),
                "bench-" + name);
        thread.start();
        return thread;
    }

    private void ask(String target, long due) {
        if (client.isAnswered(target)) {
            millis.add((System.nanoTime() - due) / 1e6);
        } else {
            failed++;
        }
    }

    /** When its thread has ended. */
    HttpBenchResult.Line line() {
        return HttpBenchResult.Line.of(name, new Quantiles(millis), failed);
    }
}
