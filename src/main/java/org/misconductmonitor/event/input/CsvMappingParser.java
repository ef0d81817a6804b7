package org.misconductmonitor.event.input;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** Reads and checks a whole mapping file. */
final class CsvMappingParser {
    private final YamlNode root;
    private final Map<String, YamlNode> keys;
    private final CellRuleParser cells;

    CsvMappingParser(YamlNode root) {
        this.root = root;
        this.keys = root.keys("separator", "zone", "dates", "constants", "events");
        this.cells = new CellRuleParser(keys.get("dates"), keys.get("zone"));
    }

    CsvMapping mapping() {
        YamlNode events = keys.get("events");
        if (events == null) {
            throw root.error("events is missing; write 'events:' and below it '- eventType: RECORDED'");
        }
        Map<Field, CellRule> constants = constants();
        List<EventRule> rules = new ArrayList<>();
        for (YamlNode event : events.list()) {
            rules.add(event(event, constants));
        }
        return new CsvMapping(separator(), rules);
    }

    private char separator() {
        YamlNode separator = keys.get("separator");
        if (separator == null) {
            return ',';
        }
        String text = separator.text();
        if (text.length() != 1 || text.equals("\"")) {
            throw separator.error("write one character, such as ';' or \"\\t\"");
        }
        return text.charAt(0);
    }

    private Map<Field, CellRule> constants() {
        Map<Field, CellRule> constants = new EnumMap<>(Field.class);
        if (keys.containsKey("constants")) {
            for (Map.Entry<YamlNode, YamlNode> entry : keys.get("constants").entries()) {
                CellRule rule = cells.constant(CellRuleParser.field(entry.getKey()), entry.getValue());
                constants.put(rule.field(), rule);
            }
        }
        return constants;
    }

    private EventRule event(YamlNode node, Map<Field, CellRule> constants) {
        Map<String, YamlNode> parts = node.keys("eventType", "when", "fields");
        if (!parts.containsKey("eventType") || !parts.containsKey("fields")) {
            throw node.error("an event needs eventType and fields");
        }
        Map<Field, CellRule> rules = new EnumMap<>(constants);
        YamlNode type = parts.get("eventType");
        rules.put(Field.EVENT_TYPE, type.isText() ? type(type) : cells.rule(Field.EVENT_TYPE, type));
        for (Map.Entry<YamlNode, YamlNode> entry : parts.get("fields").entries()) {
            CellRule rule = cells.rule(CellRuleParser.field(entry.getKey()), entry.getValue());
            rules.put(rule.field(), rule);
        }
        requireTimeAndId(node, type, rules);
        YamlNode when = parts.get("when");
        return new EventRule(
                when == null ? null : CellText.column(when.text()),
                when == null ? node.place() : when.place(),
                List.copyOf(rules.values()));
    }

    private CellRule type(YamlNode node) {
        return cells.constant(Field.EVENT_TYPE, node);
    }

    private static void requireTimeAndId(YamlNode node, YamlNode type, Map<Field, CellRule> rules) {
        if (!rules.containsKey(Field.EVENT_ID)) {
            throw node.error("eventId is missing; write one that stays the same when the table is imported again,"
                    + " such as eventId: { template: '{Reference}-recorded' }");
        }
        boolean recorded = type.isText() && type.text().equals(EventType.RECORDED.name());
        Field time = recorded ? Field.RECORDED_AT : Field.AT;
        if (type.isText() && !rules.containsKey(time)) {
            throw node.error(time.jsonName() + " is missing; say which column it comes from");
        }
    }
}
