package org.misconductmonitor.platform.embedded;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One platform for all test classes of a run, started when the first asks for it and closed after the last:
 * {@code @ExtendWith(SharedPlatform.class)}, then a parameter of type {@link EmbeddedPlatform} of the constructor, a
 * life-cycle method or a test. Topics are not cleaned up: use names of your own. Whoever stops a part starts it again.
 */
public final class SharedPlatform implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(SharedPlatform.class);

    /**
     * Retention and compaction strike within seconds, so that a topic that must not lose anything is put to the test; and
     * what a killed process leaves behind is cleared up within seconds too.
     */
    private static final Map<String, String> STRICT = Map.of(
            "log.retention.ms", "2000",
            "group.min.session.timeout.ms", "1000",
            "group.streams.min.session.timeout.ms", "1000",
            "group.streams.session.timeout.ms", "6000",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "log.retention.check.interval.ms", "1000",
            "log.initial.task.delay.ms", "1000",
            "log.segment.delete.delay.ms", "100",
            "log.cleaner.backoff.ms", "500");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedPlatform.class;
    }

    @Override
    public EmbeddedPlatform resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(SPACE)
                .getOrComputeIfAbsent(
                        "platform", key -> EmbeddedPlatform.startTemporary(STRICT), EmbeddedPlatform.class);
    }
}
