package org.misconductmonitor.platform.bench;

import java.util.List;
import java.util.Random;

/** What synthetic allegations are about: families as frequent as in public records, with codes of their own. */
final class Categories {
    static final int CODES = 6;

    /** The frequent families first. */
    static final List<String> GROUPS = List.of(
            "OPERATIONS_PERSONNEL",
            "USE_OF_FORCE",
            "ILLEGAL_SEARCH",
            "DUTY_FAILURE",
            "VERBAL_ABUSE",
            "FALSE_ARREST",
            "TRAFFIC",
            "CONDUCT_UNBECOMING",
            "CIVIL_RIGHTS",
            "DISCRIMINATION",
            "DATA_MISUSE",
            "DOMESTIC",
            "ALCOHOL_DRUGS",
            "SEXUAL",
            "CORRUPTION",
            "FIREARMS");

    private Categories() {}

    static int group(Random random) {
        double skewed = Math.pow(random.nextDouble(), 1.7);
        return (int) (skewed * GROUPS.size());
    }

    static String code(int group, int code) {
        return "%02d%c".formatted(group + 1, 'A' + code);
    }
}
