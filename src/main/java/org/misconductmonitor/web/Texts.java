package org.misconductmonitor.web;

/** What strangers send, as it may be shown. */
final class Texts {
    private static final int LONGEST = 60;

    private Texts() {}

    /** Without control characters and what might be taken for markup, and not longer than a line. */
    static String shown(String text) {
        String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}<>]", "?");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "...";
    }
}
