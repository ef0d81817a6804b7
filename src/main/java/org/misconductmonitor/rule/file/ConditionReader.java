package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.misconductmonitor.rule.Condition;

/** Reads one kind of rule. */
interface ConditionReader {
    /** The word for it: {@code kind}. */
    String kind();

    /** The keys of its own, beside those of every rule; in the order in which an error lists them. */
    List<String> keys();

    /**
     * @param rule the whole rule; unknown keys are told already
     * @return null after telling everything that is wrong
     */
    Condition read(Mapping rule);

    /**
     * Writes the canonical form that versions are made from. What a later release adds is left out at its default, so
     * that the version of a rule that does not use it stays.
     *
     * @param condition one that {@link #read} returned
     */
    void write(Condition condition, ObjectNode canonical);
}
