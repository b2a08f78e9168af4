package dev.dmt.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who this attempt is, for those who find the lease held: host and process id, in the form that the ledger can read. */
final class Owner {
    private Owner() {}

    static String describe() {
        return host() + "/" + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unnamed-host";
        }
    }
}
