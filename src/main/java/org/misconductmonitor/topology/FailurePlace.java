package org.misconductmonitor.topology;

/** Where in the code something failed: all that a log may say of it, because messages can hold what records hold. */
public final class FailurePlace {
    private FailurePlace() {}

    public static String of(Throwable e) {
        return e.getStackTrace().length == 0 ? "unknown place" : e.getStackTrace()[0].toString();
    }
}
