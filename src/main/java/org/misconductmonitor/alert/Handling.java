package org.misconductmonitor.alert;

/** Who may see it, from open to covert. */
public enum Handling {
    OPEN,
    CONFIDENTIAL,
    COVERT;

    /**
     * What a publisher's word means.
     *
     * @param word null: open; of a newer publisher: covert, because showing too little can be mended
     */
    public static Handling of(String word) {
        if (word == null) {
            return OPEN;
        }
        return switch (word) {
            case "OPEN" -> OPEN;
            case "CONFIDENTIAL" -> CONFIDENTIAL;
            default -> COVERT;
        };
    }

    /** The stricter of both. */
    public Handling and(Handling other) {
        return compareTo(other) < 0 ? other : this;
    }
}
