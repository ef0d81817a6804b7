package org.misconductmonitor.hostile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.misconductmonitor.event.input.CsvMapping;
import org.misconductmonitor.event.input.CsvMappingException;
import org.misconductmonitor.event.input.CsvTableException;
import org.misconductmonitor.event.input.EventReader;
import org.misconductmonitor.event.input.EventReaders;

/** A mapping, a line of equals signs, and a table. */
public final class TableTarget implements Target {
    private static final String BETWEEN = "\n====\n";
    private static final String MAPPING = """
            separator: ';'
            zone: Europe/London
            dates: [dd/MM/yyyy]
            constants: { tenantId: t }
            events:
              - eventType: RECORDED
                when: Officer
                fields:
                  eventId: { template: '{Case}-recorded' }
                  caseId: Case
                  allegationId: Case
                  officerId: Officer
                  category: { column: Kind, values: { a: '05A' } }
                  recordedAt: Day
            """;
    private static final String TABLE = """
            Case;Officer;Kind;Day
            C1;O1;a;29/02/2004
            "C;2";"O""2";b;31/02/2004
            """;

    @Override
    public String verdict(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(BETWEEN);
        int end = at < 0 ? text.length() : at;
        byte[] table =
                at < 0 ? new byte[0] : text.substring(at + BETWEEN.length()).getBytes(StandardCharsets.ISO_8859_1);
        String yaml = new String(text.substring(0, end).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        try (EventReader reader = EventReaders.csv(new ByteArrayInputStream(table), "t", CsvMapping.parse(yaml, "m"))) {
            return ImportTarget.readAll(reader);
        } catch (CsvMappingException e) {
            Messages.assertPlain(e.getMessage(), 2_000, "mapping");
            return requirePlace("([mt]:\\d+:\\d+|t: line \\d+): .+", e.getMessage());
        } catch (CsvTableException e) {
            Messages.assertPlain(e.getMessage(), 2_000, "table");
            return requirePlace("t:\\d+.+", e.getMessage());
        } catch (IOException e) {
            Messages.assertPlain(e.getMessage(), 2_000, "what is not gzip");
            return e.getMessage();
        }
    }

    private static String requirePlace(String form, String message) {
        if (!Pattern.compile(form, Pattern.DOTALL).matcher(message).matches()) {
            throw new AssertionError("it does not say where: " + message);
        }
        return message;
    }

    @Override
    public List<byte[]> seeds() {
        String good = MAPPING + BETWEEN.substring(1) + TABLE;
        return List.of(
                good.getBytes(StandardCharsets.UTF_8),
                good.replace("Day", "\u0000").getBytes(StandardCharsets.UTF_8),
                good.replace("[dd/MM/yyyy]", "['QQQQQ', '[[[', 'yyyyyyyyyyyyyyyyyyyyyyyyy']")
                        .getBytes(StandardCharsets.UTF_8),
                good.replace("[dd/MM/yyyy]", "\"" + "'".repeat(30_000) + "y\"").getBytes(StandardCharsets.UTF_8),
                good.replace("'{Case}-recorded'", "'{{{{'").getBytes(StandardCharsets.UTF_8),
                ("[".repeat(20_000)).getBytes(StandardCharsets.UTF_8),
                ("events: &a [*a]" + BETWEEN + TABLE).getBytes(StandardCharsets.UTF_8));
    }
}
