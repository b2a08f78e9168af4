package dev.dmt.transfer.shard;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that shards are proved by. */
final class Hashes {
    private Hashes() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
