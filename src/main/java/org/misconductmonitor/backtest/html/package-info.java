/** Reports as pages of one file, without scripts or network. */
package org.misconductmonitor.backtest.html;
