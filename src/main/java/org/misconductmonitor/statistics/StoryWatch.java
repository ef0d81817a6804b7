package org.misconductmonitor.statistics;

import java.util.List;
import org.misconductmonitor.engine.Known;

/** Is told whenever a dossier says something else than before. */
interface StoryWatch {
    /** @param before what it said when it was told last; empty at first */
    void told(List<Known> before, List<Known> after);
}
