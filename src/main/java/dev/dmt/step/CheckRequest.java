package dev.dmt.step;

/**
 * What is to be looked at beside both ends and the disks.
 *
 * @param zero Zero's rules; they are looked at in any case where the config wants Zero
 * @param confirmed {@code --yes}: what a run would do with that yes is no failure
 * @param fromTarget the target as it stands is what Zero is to sync; there may be no source
 */
public record CheckRequest(boolean zero, boolean confirmed, boolean fromTarget) {}
