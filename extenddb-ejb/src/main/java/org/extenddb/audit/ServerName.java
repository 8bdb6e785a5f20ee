package org.extenddb.audit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.extenddb.cdi.SingleInstance;

/** What this server is called in the audit log: its host and process. Looked up when it is first asked for. */
@SingleInstance
public final class ServerName {
    private volatile String name = "";

    /** The host's name, or "localhost" where the host knows none, and the process: "host/pid". */
    public String get() {
        String known = name;
        if (known.isEmpty()) {
            known = host() + "/" + ProcessHandle.current().pid();
            name = known;
        }
        return known;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
