package org.misconductmonitor.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.misconductmonitor.event.NearestName;
import org.misconductmonitor.platform.ConfigException;
import org.misconductmonitor.topology.ClusterAnswers;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns exceptions into a message that says what to do next, and into an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String OURS = "org.misconductmonitor.";

    private final RootCommand root;

    Failures(RootCommand root) {
        this.root = root;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        Optional<String> stranger = strangeCommand(e);
        if (stranger.isPresent()) {
            err.println("misconduct-monitor: " + stranger.get());
        } else {
            err.println("misconduct-monitor: " + e.getMessage().replaceFirst("^Error: ", ""));
            if (!UnmatchedArgumentException.printSuggestions(e, err)) {
                err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
            }
        }
        err.flush();
        return Exit.USAGE;
    }

    /** A word where a command is wanted: told without all that follows it, and with the one that was probably meant. */
    private static Optional<String> strangeCommand(ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (!(e instanceof UnmatchedArgumentException unmatched)
                || command.getSubcommands().isEmpty()
                || unmatched.getUnmatched().get(0).startsWith("-")) {
            return Optional.empty();
        }
        String word = unmatched.getUnmatched().get(0);
        String name = command.getCommandSpec().qualifiedName();
        String hint = NearestName.of(word, command.getSubcommands().keySet().stream())
                .map(near -> "Did you mean: " + name + " " + near + "?")
                .orElse("Try: " + name + " --help");
        return Optional.of(
                "there is no command '" + name + " " + NearestName.shown(word) + "'" + System.lineSeparator() + hint);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println("misconduct-monitor: " + message(e));
        if (root.wantsStacktrace()) {
            e.printStackTrace(err);
        }
        err.flush();
        return e instanceof ConfigException ? Exit.USAGE : Exit.FAILED;
    }

    /** What happened and what to do, in one line; exceptions of ours say it themselves. */
    static String message(Exception e) {
        if (e.getClass().getName().startsWith(OURS)) {
            return e.getMessage();
        }
        if (e instanceof KafkaException) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof AuthorizationException refusal) {
                    return ClusterAnswers.refusal(refusal);
                }
            }
            return "Kafka refuses: " + deepest(e) + ". Check bootstrap.servers and the kafka.* settings";
        }
        if (e instanceof IOException) {
            return e instanceof NoSuchFileException || e instanceof AccessDeniedException
                    ? e.getMessage() + " cannot be opened: is the path right, and may you use it?"
                    : e.getMessage() + ". Is the file whole, and is there room on the disk?";
        }
        return "unexpected error: " + deepest(e) + ". Run it again with --stacktrace and report what it shows";
    }

    private static String deepest(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
