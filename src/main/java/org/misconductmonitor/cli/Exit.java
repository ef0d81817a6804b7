package org.misconductmonitor.cli;

/** Exit codes of every command. */
public final class Exit {
    /** Done, and all is well. */
    public static final int OK = 0;
    /** It could not be done, or a check found something. */
    public static final int FAILED = 1;
    /** Not understood: arguments or configuration are wrong. */
    public static final int USAGE = 2;

    private Exit() {}
}
