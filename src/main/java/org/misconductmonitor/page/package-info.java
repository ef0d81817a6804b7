/** Pages that stand alone: markup in which no text can become markup. */
package org.misconductmonitor.page;
