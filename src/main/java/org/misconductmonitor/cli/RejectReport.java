package org.misconductmonitor.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.misconductmonitor.event.input.RejectedLine;

/** Tells of bad lines: the first on standard error for people, all of them in a file for programs. */
final class RejectReport implements EventImport.Rejects, Closeable {
    private static final int SHOWN = 20;

    private final PrintWriter err;
    private final Path file;
    private final Writer writer;
    private long count;

    /** @param file where JSON Lines go, or null; what is there is replaced */
    RejectReport(PrintWriter err, Path file) throws IOException {
        this.err = err;
        this.file = file;
        this.writer = file == null ? Writer.nullWriter() : Files.newBufferedWriter(file);
    }

    @Override
    public void add(String input, RejectedLine line) throws IOException {
        if (++count <= SHOWN) {
            err.println("rejected: " + input + ": " + line.message());
        }
        if (file != null) {
            writer.write(json(input, line).toString());
            writer.write('\n');
        }
    }

    private static ObjectNode json(String input, RejectedLine line) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", input)
                .put("line", line.line())
                .put("field", line.field())
                .put("reason", line.reason().name())
                .put("meaning", line.reason().meaning())
                .put("hint", line.hint());
    }

    @Override
    public void close() throws IOException {
        writer.close();
        if (count > SHOWN) {
            err.printf("... and %,d more.", count - SHOWN);
            err.println(
                    file == null
                            ? " All of them: run it again with --dry-run --rejects FILE"
                            : " All of them are in " + file);
        }
        err.flush();
    }
}
