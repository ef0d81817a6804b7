package org.misconductmonitor.privacy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.misconductmonitor.event.Details;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.event.Texts;

/**
 * Seals people's own words before they leave their publisher, and opens them for those who have the vault. Any publisher
 * written in Java can use it on its events; the same text form is easily written in other languages.
 */
public final class TextSeal {
    private final KeyVault vault;

    public TextSeal(KeyVault vault) {
        this.vault = vault;
    }

    /** The event with its free text sealed by the key of its officer; of one about no one person, of its tenant. */
    public Event seal(Event event) {
        if (!FreeText.isReadable(event)) {
            return event;
        }
        String holder = event.subject().storeKey();
        DataKey key = vault.obtain(holder);
        Map<Field, Object> closed = new EnumMap<>(Field.class);
        Details details = event.details();
        for (int i = 0; i < details.size(); i++) {
            Field field = details.fieldAt(i);
            if (FreeText.isReadable(field, details.valueAt(i))) {
                closed.put(field, key.seal(place(event, holder, field), (String) details.valueAt(i)));
            }
        }
        return event.with(closed);
    }

    /**
     * The event with everything opened that can be.
     *
     * @param event as it was published: a text that came under an alias is opened under the alias
     */
    public Event open(Event event) {
        String holder = event.subject().storeKey();
        Map<Field, Object> opened = new EnumMap<>(Field.class);
        Details details = event.details();
        for (int i = 0; i < details.size(); i++) {
            Field field = details.fieldAt(i);
            if (field.isFreeText() && details.valueAt(i) instanceof String text) {
                open(place(event, holder, field), text).ifPresent(plain -> opened.put(field, plain));
            }
        }
        return opened.isEmpty() ? event : event.with(opened);
    }

    /**
     * Seals another text; null, codes and what is sealed stay as they are.
     *
     * @param id of what it is part of
     * @param field its name there
     */
    public String seal(Subject subject, String id, String field, String text) {
        if (text == null || Texts.isCode(text) || !FreeText.isReadable(text)) {
            return text;
        }
        String holder = subject.storeKey();
        return vault.obtain(holder).seal(new Place(holder, id, field), text);
    }

    /** @return empty if it is not sealed, or its key is gone */
    public Optional<String> open(Subject subject, String id, String field, String text) {
        return text == null ? Optional.empty() : open(new Place(subject.storeKey(), id, field), text);
    }

    private Optional<String> open(Place place, String text) {
        return SealedText.of(text)
                .flatMap(closed -> vault.find(place.holder()).flatMap(key -> key.open(place, closed)));
    }

    private static Place place(Event event, String holder, Field field) {
        return new Place(holder, event.eventId(), field.jsonName());
    }
}
