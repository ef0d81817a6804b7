package org.misconductmonitor.platform;

/**
 * A value with where it comes from.
 *
 * @param written as the source has it, perhaps with placeholders
 * @param value with every placeholder replaced
 * @param source for a person: "default", a file, an environment variable, the command line
 */
public record ConfigValue(String key, String written, String value, String source) {

    /** The value as it may be printed: secrets are not in it. */
    public String shown() {
        return Secrets.shown(key, written);
    }

    /** Never the value: it may be a secret. */
    @Override
    public String toString() {
        return key + "=" + shown() + " (" + source + ")";
    }
}
