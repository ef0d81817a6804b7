package org.misconductmonitor.statistics;

/** What stands below a table. */
final class Notes {
    private Notes() {}

    static String of(Query query) {
        StringBuilder note =
                new StringBuilder("As known on ").append(query.asOf()).append(", UTC. ");
        note.append("Left out: drafts, what was withdrawn, restricted, a duplicate or about the wrong person, and what"
                + " concerns witnesses and victims.");
        if (query.measure().lasts()) {
            note.append(" Each column tells how it stood at its end.");
        } else if (query.measure().counting().isWhole() && !query.groupBy().isEmpty()) {
            note.append(" One that falls into several lines or columns counts in each, and once in the total.");
        }
        return switch (query.scale()) {
            case COUNT -> note.toString();
            case PERCENT_OF_TOTAL -> note.append(" Per cent of the column.").toString();
            case PER_THOUSAND_OFFICERS ->
                note.append(" For every 1,000 officers employed.").toString();
            case PER_THOUSAND_WORKFORCE ->
                note.append(" For every 1,000 officers and staff employed.").toString();
        };
    }
}
