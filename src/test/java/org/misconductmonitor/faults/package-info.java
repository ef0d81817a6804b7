/**
 * The monitor in processes of its own on a real broker, to which faults happen by a seeded plan while careless publishers
 * go on; and an oracle that knows nothing but the committed input.
 */
package org.misconductmonitor.faults;
