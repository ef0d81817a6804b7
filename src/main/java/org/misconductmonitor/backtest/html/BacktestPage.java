package org.misconductmonitor.backtest.html;

import org.misconductmonitor.backtest.*;

public final class BacktestPage {
    private BacktestPage() {}

    public static String write(String what, BacktestResult r, BacktestResult b, Changes c) {
        return "";
    }
}
