package org.misconductmonitor.privacy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.event.Details;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Texts;

/** What the monitor keeps of text in people's own words. It holds no key: what is sealed is carried as it is. */
public enum FreeText {
    /** Everything, as it was published. */
    CLEAR,
    /** What is sealed; in the place of any other the word {@link #WITHHELD}, which only says that there was some. */
    SEALED;

    /** Stands for a text that was published readable where it must not be. */
    public static final String WITHHELD = "withheld";

    /** The event as it may be kept: the same if nothing has to go. */
    public Event kept(Event event) {
        if (this == CLEAR || !isReadable(event)) {
            return event;
        }
        Map<Field, Object> withheld = new EnumMap<>(Field.class);
        Details details = event.details();
        for (int i = 0; i < details.size(); i++) {
            if (isReadable(details.fieldAt(i), details.valueAt(i))) {
                withheld.put(details.fieldAt(i), WITHHELD);
            }
        }
        return event.with(withheld);
    }

    /** The text as it may be kept; null stays null. */
    public String kept(String text) {
        return this == SEALED && text != null && isReadable(text) ? WITHHELD : text;
    }

    /** Whether any of its free text can be read by everybody. */
    public static boolean isReadable(Event event) {
        Details details = event.details();
        for (int i = 0; i < details.size(); i++) {
            if (isReadable(details.fieldAt(i), details.valueAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** All of its free text that everybody can read. */
    public static List<String> readable(Event event) {
        List<String> texts = new ArrayList<>();
        Details details = event.details();
        for (int i = 0; i < details.size(); i++) {
            if (isReadable(details.fieldAt(i), details.valueAt(i))) {
                texts.add((String) details.valueAt(i));
            }
        }
        return texts;
    }

    static boolean isReadable(Field field, Object value) {
        return field.isFreeText() && value instanceof String text && !Texts.isCode(text) && isReadable(text);
    }

    /** Whether everybody can read it. */
    public static boolean isReadable(String text) {
        return !text.equals(WITHHELD) && SealedText.of(text).isEmpty();
    }
}
