package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Window;

/** One form for everything that says the same, whatever the order or layout it is written in. */
final class Canonical {
    private Canonical() {}

    static String window(Window window) {
        return window instanceof Window.Calendar calendar
                ? calendar.length().normalized().toString()
                : ((Window.Exact) window).length().toString();
    }

    static void types(ObjectNode json, String key, Set<EventType> types) {
        ArrayNode names = json.putArray(key);
        types.stream().map(EventType::name).sorted().forEach(names::add);
    }

    static void levels(ObjectNode json, List<Level> levels) {
        ArrayNode list = json.putArray("levels");
        levels.forEach(level -> list.addObject().put("level", level.name()).put("at", level.at()));
    }

    static JsonNode filter(Filter filter) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (filter instanceof Filter.In in) {
            List<JsonNode> values = in.values().stream().map(Canonical::value).toList();
            json.set(in.field().jsonName(), sorted(values));
        } else if (filter instanceof Filter.Exists exists) {
            json.putObject(exists.field().jsonName()).put("exists", true);
        } else if (filter instanceof Filter.Compare compare) {
            json.putObject(compare.field().jsonName())
                    .set(compare.operator().name().toLowerCase(Locale.ROOT), value(compare.bound()));
        } else if (filter instanceof Filter.Not not) {
            json.set("not", filter(not.part()));
        } else if (filter instanceof Filter.Any any) {
            json.set("any", sorted(any.parts().stream().map(Canonical::filter).toList()));
        } else if (filter instanceof Filter.All all) {
            List<JsonNode> parts = flat(all).map(Canonical::filter).toList();
            return parts.size() == 1 ? parts.get(0) : json.set("all", sorted(parts));
        }
        return json;
    }

    private static Stream<Filter> flat(Filter filter) {
        return filter instanceof Filter.All all ? all.parts().stream().flatMap(Canonical::flat) : Stream.of(filter);
    }

    private static JsonNode value(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (value instanceof Integer number) {
            return json.numberNode(number);
        }
        return value instanceof Boolean flag ? json.booleanNode(flag) : json.textNode(value.toString());
    }

    private static ArrayNode sorted(List<JsonNode> parts) {
        List<JsonNode> distinct = new ArrayList<>(parts.stream().distinct().toList());
        distinct.sort((a, b) -> a.toString().compareTo(b.toString()));
        return JsonNodeFactory.instance.arrayNode().addAll(distinct);
    }
}
