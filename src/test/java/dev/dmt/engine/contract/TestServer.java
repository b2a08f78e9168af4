package dev.dmt.engine.contract;

import java.util.Optional;

/** Where databases for tests come from. */
interface TestServer {
    /** Why there is none; empty where there is one. */
    Optional<String> reason();

    /** What a person may do to have one. */
    String remedy();

    /** A new and empty database or schema; only where there is no {@link #reason}. */
    TestDatabase fresh();
}
