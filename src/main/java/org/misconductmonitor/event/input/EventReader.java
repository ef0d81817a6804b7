package org.misconductmonitor.event.input;

import java.io.Closeable;
import java.io.IOException;

/** Reads events one after the other. For one thread, but for the progress, which any thread may ask. */
public interface EventReader extends Closeable {
    /**
     * @return the next event or bad line, or null at the end
     * @throws IOException if the file itself cannot be read on; a bad line never is a reason for it
     */
    ReadEntry next() throws IOException;

    /** Bytes of the file read so far, compressed ones if it is compressed. */
    long bytesRead();

    /** Bytes of the whole file, compressed ones if it is compressed; -1 if that is not known. */
    long size();
}
