/**
 * A whole site as files, and back: every topic, what the monitor has computed, how far it has come, and the schemas. The
 * monitor is stopped meanwhile, because only then do its stores, its output and its place in the input belong together.
 */
package org.misconductmonitor.platform.backup;
