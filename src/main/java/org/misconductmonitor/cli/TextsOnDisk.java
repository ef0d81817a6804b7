package org.misconductmonitor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.misconductmonitor.platform.FileTraces;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.Holdings;

/** Whether what was written about somebody who is erased can still be read in files here. */
final class TextsOnDisk {
    private final FileTraces texts;
    private final List<Path> places;

    private TextsOnDisk(FileTraces texts, List<Path> places) {
        this.texts = texts;
        this.places = List.copyOf(places);
    }

    /** @param seal opens the texts: before their keys are destroyed */
    static TextsOnDisk of(Holdings holdings, TextSeal seal, List<Path> places) {
        return new TextsOnDisk(
                new FileTraces(holdings.events().stream()
                        .map(seal::open)
                        .flatMap(event -> FreeText.readable(event).stream())
                        .toList()),
                places);
    }

    /**
     * Looks, and tells what was found.
     *
     * @return whether anything was
     * @throws IOException if a file cannot be read
     */
    boolean report(Consumer<String> say) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path place : places) {
            found.addAll(texts.in(place));
        }
        found.forEach(file -> say.accept("READABLE " + file));
        say.accept(texts.texts() + " texts looked for in the files of "
                + places.stream().map(Path::toString).collect(Collectors.joining(", ")) + ": found in " + found.size()
                + " files.");
        if (!found.isEmpty()) {
            say.accept(
                    "Stores lose them when they are compacted; an empty state.dir is built anew without them. Destroy"
                            + " other files.");
        }
        return !found.isEmpty();
    }
}
