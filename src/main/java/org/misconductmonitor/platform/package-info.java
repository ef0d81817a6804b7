/** What the monitor needs from the machine it runs on: configuration, metrics, memory, lifecycle. */
package org.misconductmonitor.platform;
