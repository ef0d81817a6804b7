package org.misconductmonitor.hostile;

class DecoderTargetTest extends TargetContract {
    @Override
    protected Target target() {
        return new DecoderTarget();
    }
}
