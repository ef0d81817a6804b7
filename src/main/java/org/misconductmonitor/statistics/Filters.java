package org.misconductmonitor.statistics;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Filters as people write them: a name, a sign, a value. Of several with one name, one must hold. */
public final class Filters {
    private Filters() {}

    /**
     * Reads them.
     *
     * @param sign between name and value, the first of each text
     * @param allowed the dimensions that may be named
     * @throws QueryException if one is not of that form, or names another dimension; what is said follows "must be"
     */
    public static Map<Dimension, Set<String>> read(List<String> texts, char sign, Collection<Dimension> allowed) {
        Map<Dimension, Set<String>> filters = new EnumMap<>(Dimension.class);
        for (String text : texts) {
            int at = text.indexOf(sign);
            Dimension dimension = at < 0 || at == text.length() - 1
                    ? null
                    : Dimension.named(text.substring(0, at)).orElse(null);
            if (dimension == null || !allowed.contains(dimension)) {
                throw new QueryException("a name, '" + sign + "' and a value; the names are "
                        + allowed.stream().map(Dimension::jsonName).collect(Collectors.joining(", ")));
            }
            filters.computeIfAbsent(dimension, none -> new LinkedHashSet<>()).add(text.substring(at + 1));
        }
        return filters;
    }
}
