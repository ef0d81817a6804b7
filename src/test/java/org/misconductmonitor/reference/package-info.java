/**
 * The slow, obvious reading of {@link org.misconductmonitor.engine}: everything is sorted, looped over and computed
 * again from the complete list of events ever received. It shares no logic with the engine and is what the engine and
 * the topology are proved against, over random streams whose failures are shrunk to a few lines.
 */
package org.misconductmonitor.reference;
