package org.misconductmonitor.event.input;

import java.io.IOException;

/** Reads a file, which is closed with it, and tells how far it is. */
abstract class FileEventReader implements EventReader {
    private final InputFile file;

    FileEventReader(InputFile file) {
        this.file = file;
    }

    @Override
    public final long bytesRead() {
        return file.bytesRead();
    }

    @Override
    public final long size() {
        return file.size();
    }

    @Override
    public final void close() throws IOException {
        file.close();
    }
}
