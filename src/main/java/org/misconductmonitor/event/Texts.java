package org.misconductmonitor.event;

import java.util.Arrays;
import org.misconductmonitor.event.Rejection.Reason;

/** What texts from outside must be like. */
public final class Texts {
    private static final int LONGEST_CODE = 64;

    private Texts() {}

    /** Whether every surrogate is one of a pair: only then can the text be written as UTF-8 and read back. */
    public static boolean isWellFormed(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                boolean pair =
                        Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether it is a word of a list, such as FINAL_WRITTEN_WARNING, and not somebody's own words. */
    public static boolean isCode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_CODE;
    }

    /** The text as it may be told to people and logs: a question mark for every control character but a line break. */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            printable.append(Character.isISOControl(c) && c != '\n' ? '?' : c);
        }
        return printable.toString();
    }

    /** Whether the text holds a control character (C0, delete or C1). */
    public static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c <= 0x9f) {
                return true;
            }
        }
        return false;
    }

    /**
     * The type that an imported event names. Unlike a newer publisher's event from the log, an import with an unknown
     * word is a typing error.
     *
     * @throws EventFormatException with the nearest known type
     */
    public static EventType knownType(String word) {
        EventType type = EventType.named(word).orElse(EventType.UNKNOWN);
        if (type == EventType.UNKNOWN) {
            String field = Field.EVENT_TYPE.jsonName() + " " + NearestName.shown(word);
            String hint = NearestName.hint(
                    word,
                    Arrays.stream(EventType.values())
                            .filter(known -> known != EventType.UNKNOWN)
                            .map(EventType::name),
                    "the schemas list the types of each topic");
            throw new EventFormatException(Reason.UNKNOWN_TYPE, field, hint);
        }
        return type;
    }
}
