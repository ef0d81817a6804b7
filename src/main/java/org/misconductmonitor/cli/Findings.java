package org.misconductmonitor.cli;

import java.io.PrintWriter;
import java.util.List;
import org.misconductmonitor.topology.TopicFinding;

/** Differences of topics, for a person. */
final class Findings {
    private Findings() {}

    static void print(PrintWriter out, List<TopicFinding> findings) {
        if (findings.isEmpty()) {
            out.println("all as they must be.");
            return;
        }
        out.printf("%d %s to mend.%n", findings.size(), findings.size() == 1 ? "difference" : "differences");
        findings.forEach(finding -> out.println(finding.describe()));
    }
}
