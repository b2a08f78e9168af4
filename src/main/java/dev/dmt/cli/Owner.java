package dev.dmt.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who this attempt is, for those who find the lease held. */
final class Owner {
    private Owner() {}

    static String describe() {
        return "process " + ProcessHandle.current().pid() + " on " + host();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "an unnamed host";
        }
    }
}
