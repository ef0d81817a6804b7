package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.access.Limit;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Role;

/** Who asks, as the monitor sees it. */
final class MeResource implements Resource {
    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/api/v1/me", "getMe")
                .needs(Permission.READ_OWN_ACCESS)
                .about(
                        "access",
                        "Tell who asks",
                        "The name, roles, permissions and limits that the credential stands for.")
                .json(Schemas.ref("Me"), request -> Reply.json(write(request.caller()))));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return Map.of(
                "Me",
                Schemas.object()
                        .with("name", Schemas.text("As it is written to actions."))
                        .with("roles", Schemas.array(Schemas.oneOf(names(Role.values())), "What the caller is."))
                        .with(
                                "permissions",
                                Schemas.array(Schemas.oneOf(names(Permission.values())), "What the roles allow."))
                        .with("tenants", Schemas.ref("Limit"))
                        .with("forces", Schemas.ref("Limit"))
                        .with("publishers", Schemas.ref("Limit"))
                        .build(),
                "Limit",
                Schemas.object()
                        .with("all", Schemas.flag("Whether the caller sees those of every one."))
                        .with("ids", Schemas.array(Schemas.text(), "Otherwise those of these only."))
                        .build());
    }

    private static ObjectNode write(Caller caller) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", caller.name());
        add(
                json.putArray("roles"),
                caller.roles().stream().map(AccessTable::word).toList());
        add(
                json.putArray("permissions"),
                Arrays.stream(Permission.values())
                        .filter(caller::may)
                        .map(AccessTable::word)
                        .toList());
        write(caller.reach().tenants(), json.putObject("tenants"));
        write(caller.reach().forces(), json.putObject("forces"));
        write(caller.reach().publishers(), json.putObject("publishers"));
        return json;
    }

    private static void write(Limit limit, ObjectNode json) {
        json.put("all", limit.all());
        add(json.putArray("ids"), limit.ids());
    }

    private static void add(ArrayNode array, Collection<String> words) {
        words.stream().sorted().forEach(array::add);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(AccessTable::word).toList();
    }
}
