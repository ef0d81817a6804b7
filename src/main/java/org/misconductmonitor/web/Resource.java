package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Something that can be asked for. A new one is added in {@link Api}, which registers and documents all. */
interface Resource {
    List<Operation> operations();

    /** Schemas that its operations refer to, by name. */
    default Map<String, ObjectNode> schemas() {
        return Map.of();
    }
}
