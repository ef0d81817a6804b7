package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.util.List;

/**
 * What a reset will delete.
 *
 * @param group whose committed offsets
 * @param directory of the stores on this machine
 * @param internal changelogs
 * @param truncated topics whose records are deleted
 * @param recreated tables that are deleted and made again empty
 * @param leftAlone internal topics that look like ours but belong to no store of this release
 */
public record ResetPlan(
        String group,
        Path directory,
        List<String> internal,
        List<String> truncated,
        List<String> recreated,
        List<String> leftAlone) {}
