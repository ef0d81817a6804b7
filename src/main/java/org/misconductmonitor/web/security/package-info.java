/**
 * How callers prove who they are, and how often they may ask. Nobody is known without a credential; what a credential does
 * not state is not allowed. Tokens are never logged and never kept: of each only its hash is.
 */
package org.misconductmonitor.web.security;
