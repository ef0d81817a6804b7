package org.misconductmonitor.event.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.NearestName;

/** Text made of columns and fixed parts, such as {@code {Case}-{No}}. */
final class CellText {
    private final List<Part> parts;

    private CellText(List<Part> parts) {
        this.parts = parts;
    }

    /** A fixed text, or the name of a column. Index: of the column in the table, once that is known. */
    private record Part(String text, boolean isColumn, int index) {}

    static CellText constant(String text) {
        return new CellText(List.of(new Part(text, false, -1)));
    }

    static CellText column(String name) {
        return new CellText(List.of(new Part(name, true, -1)));
    }

    /** @param place of the template, for the error when a brace is not closed */
    static CellText template(String template, String place) {
        List<Part> parts = new ArrayList<>();
        int i = 0;
        while (i < template.length()) {
            int open = template.indexOf('{', i);
            int close = template.indexOf('}', Math.max(i, open));
            if (open < 0) {
                parts.add(new Part(template.substring(i), false, -1));
                break;
            }
            if (close < 0) {
                throw new CsvMappingException(place, "a { is not closed; write '{Column}-text'");
            }
            if (open > i) {
                parts.add(new Part(template.substring(i, open), false, -1));
            }
            parts.add(new Part(template.substring(open + 1, close), true, -1));
            i = close + 1;
        }
        return new CellText(parts);
    }

    boolean isConstant() {
        return parts.stream().noneMatch(Part::isColumn);
    }

    /** The same text with every column found in the header. */
    CellText bind(Map<String, Integer> header, String place) {
        return new CellText(parts.stream()
                .map(part -> part.isColumn() ? bind(part.text(), header, place) : part)
                .toList());
    }

    private static Part bind(String column, Map<String, Integer> header, String place) {
        Integer index = header.get(column);
        if (index == null) {
            String hint = NearestName.hint(
                    column, header.keySet().stream(), "write the name as the first row of the table has it");
            throw new CsvMappingException(place, "the table has no column '" + column + "'; " + hint);
        }
        if (index < 0) {
            throw new CsvMappingException(place, "the table has two columns '" + column + "'; rename one of them");
        }
        return new Part(column, true, index);
    }

    /** @return the text of that row, or null if one of its cells is empty */
    String of(List<String> cells) {
        if (parts.size() == 1) {
            return of(parts.get(0), cells);
        }
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String piece = of(part, cells);
            if (piece == null) {
                return null;
            }
            text.append(piece);
        }
        return text.toString();
    }

    private static String of(Part part, List<String> cells) {
        if (!part.isColumn()) {
            return part.text();
        }
        String cell = cells.get(part.index()).strip();
        return cell.isEmpty() ? null : cell;
    }
}
