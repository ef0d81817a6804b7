/** How fast the monitor is, next to something that does less, in one run. */
package org.misconductmonitor.platform.bench;
