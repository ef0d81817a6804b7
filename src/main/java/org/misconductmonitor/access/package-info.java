/**
 * Who may see and do what. Nobody may do anything that no role of theirs allows, nor see records of a tenant or force that is
 * not theirs. Pure: how a caller proves who they are is a matter of {@code web}.
 */
package org.misconductmonitor.access;
