package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Permission;

/** Who asks, for pages that say "me" and show only what one may do. */
final class CallerResource implements Resource {
    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/caller", "getCaller")
                .needs(Permission.READ_ALERTS)
                .about("system", "Get who asks", "The name by which actions are recorded, and what the caller may do.")
                .json(
                        Schemas.object()
                                .with("name", Schemas.text("As it is written into actions."))
                                .with("permissions", Schemas.array(Schemas.text(), "What the caller may do."))
                                .build(),
                        request -> caller(request.caller())));
    }

    private static Reply caller(Caller caller) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", caller.name());
        ArrayNode permissions = json.putArray("permissions");
        Arrays.stream(Permission.values())
                .filter(caller::may)
                .forEach(permission -> permissions.add(permission.name()));
        return Reply.json(json);
    }
}
