package org.misconductmonitor.statistics;

import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;

/** What of the things that a measure looks at is counted, each once. */
enum Counting {
    /** Cases of a tenant. */
    CASES {
        @Override
        Object key(Item item) {
            return within(item.tenant(), item.fact().text(Field.CASE_ID));
        }
    },
    /** Allegations of a tenant: one that is shared by several officers counts once. */
    ALLEGATIONS {
        @Override
        Object key(Item item) {
            String shared = item.fact().text(Field.SHARED_ALLEGATION_ID);
            return shared == null
                    ? within(item.tenant(), item.fact().event().allegationId())
                    : within(item.tenant() + "\nshared", shared);
        }
    },
    /** Allegations against one officer each. */
    OFFICER_ALLEGATIONS {
        @Override
        Object key(Item item) {
            return item.officer() == null
                    ? null
                    : within(item.officer(), item.fact().event().allegationId());
        }
    },
    /** People, whatever their employment. */
    OFFICERS {
        @Override
        Object key(Item item) {
            return item.officer();
        }
    },
    /** Reports of a tenant. */
    REPORTS {
        @Override
        Object key(Item item) {
            return within(item.tenant(), item.fact().text(Field.REPORT_ID));
        }
    },
    /** Investigations of a tenant, by their number or else by their case. */
    INVESTIGATIONS {
        @Override
        Object key(Item item) {
            String investigation = item.fact().text(Field.INVESTIGATION_ID);
            return investigation == null
                    ? within(item.tenant(), item.fact().text(Field.CASE_ID))
                    : within(item.tenant() + "\ninvestigation", investigation);
        }
    },
    /** Every fact. */
    FACTS {
        @Override
        Object key(Item item) {
            Event event = item.fact().event();
            return within(item.officer() == null ? item.tenant() + "\ntenant" : item.officer(), event.eventId());
        }
    },
    /** The sum of the amounts. */
    SUM,
    /** The median of the amounts. */
    MEDIAN,
    /** The amount that nine in ten do not exceed. */
    NINETIETH,
    /** Per cent of the amounts that are more than a year of days. */
    OVER_A_YEAR;

    private record Key(String scope, String id) {}

    /** @return what is counted once, or null if the item takes no part */
    Object key(Item item) {
        return null;
    }

    /** Whether whatever has the same key lies in the same dossier: that of its event, its case or its allegation. */
    boolean staysTogether(Item item) {
        return switch (this) {
            case CASES, OFFICER_ALLEGATIONS, FACTS -> true;
            case ALLEGATIONS -> item.fact().text(Field.SHARED_ALLEGATION_ID) == null;
            default -> false;
        };
    }

    /** Whether amounts are looked at, not keys. */
    boolean ofAmounts() {
        return ordinal() >= SUM.ordinal();
    }

    /** Whether the cells of a line add up to its total, but for what is counted in several of them. */
    boolean isWhole() {
        return ordinal() <= SUM.ordinal();
    }

    private static Object within(String scope, String id) {
        return id == null ? null : new Key(scope, id);
    }
}
