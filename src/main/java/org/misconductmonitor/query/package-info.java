/** Asking the stores of a running monitor. */
package org.misconductmonitor.query;
