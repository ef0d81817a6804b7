package org.misconductmonitor.endtoend;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Everything that is logged at INFO and above, by whatever library, as long as it is open. */
final class CapturedLog implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final LoggerConfig root = context.getConfiguration().getRootLogger();
    private final Level before = root.getLevel();
    private final AbstractAppender appender = new AbstractAppender("captured", null, null, true, Property.EMPTY_ARRAY) {
        @Override
        public void append(LogEvent event) {
            StringWriter thrown = new StringWriter();
            if (event.getThrown() != null) {
                // With its causes and what was suppressed, as in a real log.
                event.getThrown().printStackTrace(new PrintWriter(thrown, true));
            }
            lines.add(event.getLoggerName() + " [" + event.getThreadName() + "] "
                    + event.getMessage().getFormattedMessage() + " " + event.getContextData() + thrown);
        }
    };

    CapturedLog() {
        appender.start();
        root.addAppender(appender, Level.INFO, null);
        root.setLevel(Level.INFO);
        context.updateLoggers();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        root.removeAppender("captured");
        root.setLevel(before);
        context.updateLoggers();
        appender.stop();
    }
}
