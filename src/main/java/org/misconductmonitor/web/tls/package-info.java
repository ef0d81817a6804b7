/**
 * HTTPS of the server's own, and of its calls to other instances. Jetty does the TLS; keys are read and checked here, out
 * of files that may change at any time, because a renewed certificate must not need a restart and half of one must not
 * take the place of a good one. Javalin's plugin for TLS would bring four libraries along and check none of that.
 */
package org.misconductmonitor.web.tls;
