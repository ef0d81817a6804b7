/** Events from files: JSON Lines, or CSV by a mapping file, plain or gzip. Streams; never stops at a bad line. */
package org.misconductmonitor.event.input;
