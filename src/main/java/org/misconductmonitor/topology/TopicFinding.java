package org.misconductmonitor.topology;

/**
 * A difference between a topic as it is and as it must be.
 *
 * @param topic name on the cluster
 * @param setting what differs
 * @param actual what the cluster has
 * @param required what is accepted, in words
 * @param why what goes wrong otherwise
 * @param mend the command that mends it, or what to do when no single command can
 */
public record TopicFinding(String topic, String setting, String actual, String required, String why, String mend) {

    /** Two lines for a person: what is wrong, and what to do. */
    public String describe() {
        return "%s: %s is %s but %s: %s%n    %s".formatted(topic, setting, actual, required, why, mend);
    }
}
