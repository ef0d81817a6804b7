package org.misconductmonitor.engine;

import java.util.Comparator;
import org.misconductmonitor.alert.Alert;

/** The order in which alerts are listed: rule, subject, firing time, level, trigger. */
public final class AlertOrder {
    public static final Comparator<Alert> PUBLISHED = Comparator.<Alert, String>comparing(
                    a -> a.rule().id())
            .thenComparing(a -> a.subject().storeKey())
            .thenComparing(Alert::firedAt)
            .thenComparing(Alert::levelIndex)
            .thenComparing(Alert::triggerEventId);

    private AlertOrder() {}
}
