package org.extenddb.it.pair;

import java.io.IOException;
import org.extenddb.it.consistency.Consistency;
import org.extenddb.it.crash.Crashes;
import org.extenddb.it.outage.TwoServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * All that takes two servers and a database that can be killed, one after the other on the same three: a start costs both cores of a small
 * machine for half a minute. Begun first, for it takes longest.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
@Execution(ExecutionMode.SAME_THREAD)
@Order(1)
class TwoServersIT {
    private TwoServers pair;

    @BeforeAll
    void startBoth() throws IOException {
        pair = TwoServers.start();
    }

    @AfterAll
    void stopBoth() throws IOException {
        pair.close();
    }

    @Nested
    @Order(1)
    @Execution(ExecutionMode.SAME_THREAD)
    class UnderLoad extends Consistency {
        UnderLoad() {
            super(pair);
        }
    }

    @Nested
    @Order(2)
    @Execution(ExecutionMode.SAME_THREAD)
    class Killed extends Crashes {
        Killed() {
            super(pair);
        }
    }
}
