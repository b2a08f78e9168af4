package dev.dmt.transfer;

import dev.dmt.attempt.Cancellation;
import dev.dmt.attempt.Task;
import dev.dmt.engine.Reader;

/** Moves a unit from source to target: what comes next is read while the last chunk loads. */
public final class UnitTransfer implements Task<UnitResult> {
    private final UnitWork work;
    private final TransferSettings settings;
    private final Reader reader;
    private final UnitPorts ports;
    private final Cancellation cancellation = new Cancellation();

    public UnitTransfer(UnitWork work, TransferSettings settings, Reader reader, UnitPorts ports) {
        this.work = work;
        this.settings = settings;
        this.reader = reader;
        this.ports = ports;
    }

    @Override
    public String name() {
        return work.unit().id();
    }

    @Override
    public void cancel(String why) {
        cancellation.request(why);
    }

    @Override
    public UnitResult run() {
        return new UnitLife("transfer", work, settings, ports, cancellation).run(this::finish);
    }

    private void finish(ClaimedUnit unit) {
        switch (settings.migration().via()) {
            case CSV -> new StagedMove(unit, reader).finish();
            case STREAM -> new StreamedMove(unit, reader).finish();
        }
    }
}
