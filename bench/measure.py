"""Runs dmt and the pipe by turns and prints what each took. Called by bench/run."""
import json
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import time

DMT, SOURCE, FOLDER, PORT, ROWS, REPEATS = sys.argv[1:]
ROWS = int(ROWS)
PSQL = ["psql", "-qXAt", "-h", "127.0.0.1", "-p", PORT, "-U", "bench", "-d", "bench", "-v", "ON_ERROR_STOP=1"]


def sql(text):
    return subprocess.run(PSQL + ["-c", text], check=True, capture_output=True, text=True).stdout.strip()


def measured(command, **options):
    """Wall seconds, CPU seconds and peak resident MB of a command and the children it waited for."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options)
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: {command} ended with {process.returncode}: {out}")
    wall = time.monotonic() - begin
    return out, {"wall": wall, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024}


def steps(checkpoint):
    """Seconds of each step by its own document."""
    seconds = {}
    for folder, _, files in os.walk(checkpoint):
        if os.path.basename(folder) != "steps":
            continue
        for name in files:
            text = open(os.path.join(folder, name), encoding="utf-8").read()
            times = [re.search(rf"^{key}: *\"?([^\"\n]+)", text, re.M) for key in ("started_at", "finished_at")]
            if all(times):
                begin, end = (parsed(t.group(1)) for t in times)
                seconds[name.rsplit(".", 1)[0]] = end - begin
    return seconds


def parsed(instant):
    whole, _, fraction = instant.rstrip("Z").partition(".")
    return time.mktime(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) + float("0." + (fraction or "0"))


def run_dmt(program=DMT):
    work = os.path.join(FOLDER, "work")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    # The ledger too: another version of dmt may have made it.
    sql("DROP TABLE IF EXISTS public.orders, public.dmt_ledger; CHECKPOINT")
    command = [program, "run", "--yes", "--source", SOURCE, "--target", f"postgres://bench@127.0.0.1:{PORT}/bench"]
    _, cost = measured(command + shlex.split(os.environ.get("DMT_ARGS", "")), cwd=work)
    cost["steps"] = steps(work)
    return cost


def run_pipe():
    sql("DROP TABLE IF EXISTS public.piped; CREATE TABLE public.piped (LIKE public.orders); CHECKPOINT")
    copy = shlex.join(PSQL + ["-c", r"\copy public.piped from stdin (format csv)"])
    line = f"set -o pipefail; sqlite3 -readonly -csv {shlex.quote(SOURCE)} 'SELECT * FROM orders' | {copy}"
    return measured(["bash", "-c", line])[1]


def row(name, seconds, costs=None):
    middle = statistics.median(seconds)
    cells = [name, f"{middle:.2f}", f"{min(seconds):.2f}", f"{max(seconds):.2f}", f"{ROWS / middle:,.0f}"]
    cells.append(f"{statistics.median(c['cpu'] for c in costs):.1f}" if costs else "")
    cells.append(f"{max(c['rss'] for c in costs):.0f}" if costs else "")
    print("| " + " | ".join(cells) + " |")
    return middle


def rows_of(name, runs):
    whole = row(name, [c["wall"] for c in runs], runs)
    for step in sorted(runs[0]["steps"], key=lambda s: -runs[0]["steps"][s]):
        if runs[0]["steps"][step] >= 0.2:
            row("of it " + step, [c["steps"][step] for c in runs])
    return whole


def same_content():
    sums = [
        sql(f"SELECT count(*), sum(hashtextextended(t::text, 0)) FROM public.{table} t") for table in ("orders", "piped")
    ]
    return sums[0] == sums[1] and sums[0].startswith(f"{ROWS}|")


def small_commands():
    work = os.path.join(FOLDER, "work")
    for name, command in {
        "dmt --version": [DMT, "--version"],
        "a step with nothing to do": [
            DMT, "step", "plan", "--source", SOURCE, "--target", f"postgres://bench@127.0.0.1:{PORT}/bench"],
    }.items():
        costs = [measured(command, cwd=work)[1] for _ in range(7)]
        walls = [c["wall"] for c in costs]
        print(f"{name}: {statistics.median(walls):.3f} s ({min(walls):.3f} to {max(walls):.3f}), "
              f"CPU {statistics.median(c['cpu'] for c in costs):.2f} s, {max(c['rss'] for c in costs):.0f} MB")


def main():
    dmt, pipe, before = [], [], []
    other = os.environ.get("BENCH_BEFORE")
    for turn in range(int(REPEATS)):
        print(f"bench: turn {turn + 1} of {REPEATS}", file=sys.stderr)
        if other:
            before.append(run_dmt(other))
        dmt.append(run_dmt())
        pipe.append(run_pipe())
    print(f"\n{ROWS:,} rows, {os.path.getsize(SOURCE) / 1e6:,.0f} MB in SQLite, {os.cpu_count()} CPUs, PostgreSQL "
          + sql("SHOW server_version") + "\n")
    print("| what | median s | least | most | rows/s | client CPU s | peak RSS MB |\n|---|---|---|---|---|---|---|")
    whole = rows_of("dmt run", dmt)
    if before:
        rows_of("the other dmt run", before)
    piped = row("sqlite3 -csv, psql COPY", [c["wall"] for c in pipe], pipe)
    transfer = statistics.median(c["steps"]["transfer"] for c in dmt)
    print(f"\ntransfer: {piped / transfer:.2f} times the pipe's speed; the whole run: {piped / whole:.2f} times\n")
    small_commands()
    if not same_content():
        sys.exit("bench: the two targets differ")
    print("both targets hold the same rows")


main()
