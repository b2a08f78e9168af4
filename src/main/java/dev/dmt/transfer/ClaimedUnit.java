package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.engine.UnitSession;
import dev.dmt.report.Progress;

/** A unit that is ours for one attempt. */
record ClaimedUnit(
        UnitSession session, UnitPlaces places, UnitMirror mirror, Progress progress, Cancellation cancellation) {}
