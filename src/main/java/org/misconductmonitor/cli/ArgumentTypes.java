package org.misconductmonitor.cli;

import java.time.Instant;
import org.misconductmonitor.event.InstantText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** How times and numbers are written on the command line, told in words where they are not. */
final class ArgumentTypes {
    private ArgumentTypes() {}

    /** Registers them with a command and all its subcommands. */
    static void register(CommandLine line) {
        line.registerConverter(Instant.class, ArgumentTypes::instant)
                .registerConverter(Integer.class, ArgumentTypes::integer)
                .registerConverter(int.class, ArgumentTypes::integer)
                .registerConverter(Long.class, ArgumentTypes::wholeNumber)
                .registerConverter(long.class, ArgumentTypes::wholeNumber);
    }

    /** @throws ParameterException if the number is less */
    static void requireAtLeast(int least, String option, int number, CommandLine line) {
        if (number < least) {
            throw new ParameterException(line, option + " must be " + least + " or more, not " + number);
        }
    }

    private static Instant instant(String text) {
        return InstantText.parse(text)
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is no time: " + InstantText.HINT));
    }

    private static Integer integer(String text) {
        long number = wholeNumber(text);
        if (number != (int) number) {
            throw new TypeConversionException(
                    "'" + text + "' does not lie between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE);
        }
        return (int) number;
    }

    private static Long wholeNumber(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no whole number; write it as 3, without anything else");
        }
    }
}
