package org.misconductmonitor.query;

/**
 * Where other instances reach this one.
 *
 * @param host name or address
 * @param port of its HTTP server
 */
public record InstanceAddress(String host, int port) {
    boolean is(String otherHost, int otherPort) {
        return host.equals(otherHost) && port == otherPort;
    }

    /** Eight hexadecimal digits, for names that say where something is without telling the address. */
    public String tag() {
        return "%08x".formatted(toString().hashCode());
    }

    /** As {@code application.server} has it. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
