package org.misconductmonitor.platform.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * CPU time used so far, nanoseconds: it does not grow while something else has the processor.
 *
 * @param threads of the stream threads of one application
 * @param process of this process
 */
record CpuTime(long threads, long process) {
    static CpuTime now(String applicationId) {
        return new CpuTime(ofThreads(applicationId), ofProcess());
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(threads - before.threads, process - before.process);
    }

    private static long ofThreads(String applicationId) {
        ThreadMXBean beans = ManagementFactory.getThreadMXBean();
        long sum = 0;
        for (ThreadInfo thread : beans.getThreadInfo(beans.getAllThreadIds())) {
            if (thread != null && thread.getThreadName().matches(applicationId + "-.*-StreamThread-\\d+")) {
                sum += Math.max(0, beans.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return sum;
    }

    private static long ofProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
