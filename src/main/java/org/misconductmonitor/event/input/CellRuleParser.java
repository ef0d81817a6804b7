package org.misconductmonitor.event.input;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.misconductmonitor.event.EventFormatException;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.NearestName;
import org.misconductmonitor.event.Texts;

/** Reads and checks how one field comes from a row. */
final class CellRuleParser {
    private final YamlNode commonDates;
    private final YamlNode commonZone;

    /** Takes what the file says about dates for all fields; null where it says nothing. */
    CellRuleParser(YamlNode commonDates, YamlNode commonZone) {
        this.commonDates = commonDates;
        this.commonZone = commonZone;
        dates(commonDates, commonZone);
    }

    static Field field(YamlNode name) {
        return Field.named(name.text()).orElseThrow(() -> {
            String hint = NearestName.hint(
                    name.text(), Arrays.stream(Field.values()).map(Field::jsonName), "the schemas list all fields");
            return name.error("no event has a field '" + name.text() + "'; " + hint);
        });
    }

    CellRule constant(Field field, YamlNode value) {
        CellRule rule = new CellRule(
                field, value.place(), CellText.constant(value.text()), Map.of(), null, false, DateFormats.ISO);
        return checked(rule, value);
    }

    /** A name of a column, or keys that say more. */
    CellRule rule(Field field, YamlNode node) {
        if (node.isText()) {
            return rule(field, node, CellText.column(node.text()), Map.of());
        }
        Map<String, YamlNode> keys =
                node.keys("column", "template", "constant", "values", "otherwise", "keepOthers", "dates", "zone");
        if (Stream.of("column", "template", "constant")
                        .filter(keys::containsKey)
                        .count()
                != 1) {
            throw node.error("write one of column, template and constant");
        }
        if (keys.containsKey("constant")) {
            return constant(field, keys.get("constant"));
        }
        YamlNode template = keys.get("template");
        CellText text = template == null
                ? CellText.column(keys.get("column").text())
                : CellText.template(template.text(), template.place());
        return rule(field, node, text, keys);
    }

    private CellRule rule(Field field, YamlNode node, CellText text, Map<String, YamlNode> keys) {
        Map<String, String> values = new LinkedHashMap<>();
        if (keys.containsKey("values")) {
            for (Map.Entry<YamlNode, YamlNode> entry : keys.get("values").entries()) {
                constant(field, entry.getValue());
                values.put(entry.getKey().text(), entry.getValue().text());
            }
        }
        if (keys.containsKey("otherwise")) {
            constant(field, keys.get("otherwise"));
        }
        boolean needsValues = keys.containsKey("otherwise") || keys.containsKey("keepOthers");
        if (needsValues && values.isEmpty()) {
            throw node.error("otherwise and keepOthers need values; add them or leave these out");
        }
        return new CellRule(
                field,
                node.place(),
                text,
                values,
                keys.containsKey("otherwise") ? keys.get("otherwise").text() : null,
                keys.containsKey("keepOthers") && keys.get("keepOthers").flag(),
                dates(keys.getOrDefault("dates", commonDates), keys.getOrDefault("zone", commonZone)));
    }

    private static CellRule checked(CellRule rule, YamlNode value) {
        try {
            rule.value(List.of());
            if (rule.field() == Field.EVENT_TYPE) {
                Texts.knownType(value.text());
            }
            return rule;
        } catch (EventFormatException e) {
            throw value.error(e.getMessage());
        }
    }

    private static DateFormats dates(YamlNode patterns, YamlNode zone) {
        if (patterns == null) {
            return DateFormats.ISO;
        }
        List<DateTimeFormatter> formatters = new ArrayList<>();
        for (YamlNode pattern : patterns.list()) {
            if (zone == null && !DateFormats.hasZone(pattern.text())) {
                throw pattern.error("this pattern has no zone; add 'zone: Europe/London', or whichever it is");
            }
            try {
                formatters.add(DateFormats.pattern(pattern.text()));
            } catch (IllegalArgumentException e) {
                throw pattern.error("this is no pattern of a date; write it like dd/MM/yyyy HH:mm");
            }
        }
        return new DateFormats(formatters, zone == null ? null : zone(zone));
    }

    private static ZoneId zone(YamlNode zone) {
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            throw zone.error("no zone has this name; write it like Europe/London or UTC");
        }
    }
}
