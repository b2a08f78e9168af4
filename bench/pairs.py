"""Runs dmt on each pair of engines and prints what each took. Called by bench/pairs."""
import os
import re
import shlex
import shutil
import subprocess
import sys
import time

DMT, SOURCE, FOLDER, POSTGRES, MARIADB, ROWS = sys.argv[1:]
ROWS = int(ROWS)
ENGINES = ("sqlite", "postgres", "mysql")
SERVER = subprocess.Popen(shlex.split(MARIADB), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
PORT = SERVER.stdout.readline().strip()


def url(engine, name):
    return {
        "sqlite": os.path.join(FOLDER, name + ".db"),
        "postgres": f"postgres://bench@127.0.0.1:{POSTGRES}/{name}",
        "mysql": f"mysql://root@127.0.0.1:{PORT}/{name}?ssl_mode=DISABLED",
    }[engine]


def psql(text):
    command = ["psql", "-qXAt", "-h", "127.0.0.1", "-p", POSTGRES, "-U", "bench", "-d", "bench", "-c", text]
    subprocess.run(command, check=True, capture_output=True)


def fresh(engine, name):
    """An empty database of the name."""
    if engine == "sqlite":
        for end in ("", "-wal", "-shm", "-journal"):
            if os.path.exists(url(engine, name) + end):
                os.remove(url(engine, name) + end)
    elif engine == "postgres":
        psql(f"DROP DATABASE IF EXISTS {name}")
        psql(f"CREATE DATABASE {name}")
        psql("CHECKPOINT")
    else:
        for statement in (f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}"):
            print(statement, file=SERVER.stdin, flush=True)
            if SERVER.stdout.readline().strip() != "done":
                sys.exit(f"bench: MariaDB refuses {statement}")


def seconds_of(checkpoint, step):
    """What a step took, by its own document."""
    for folder, _, files in os.walk(checkpoint):
        if os.path.basename(folder) == "steps" and step + ".yaml" in files:
            text = open(os.path.join(folder, step + ".yaml"), encoding="utf-8").read()
            times = [re.search(rf"^{key}: *\"?([^\"\n]+)", text, re.M) for key in ("started_at", "finished_at")]
            if all(times):
                begin, end = (parsed(t.group(1)) for t in times)
                return end - begin
    return float("nan")


def parsed(instant):
    whole, _, fraction = instant.rstrip("Z").partition(".")
    return time.mktime(time.strptime(whole, "%Y-%m-%dT%H:%M:%S")) + float("0." + (fraction or "0"))


def run(source, target, work):
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    command = [DMT, "run", "--yes", "--source", source, "--target", target] + shlex.split(os.environ.get("DMT_ARGS", ""))
    begin = time.monotonic()
    process = subprocess.Popen(command, cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    _, err = process.communicate()
    if process.returncode != 0:
        sys.exit(f"bench: {command} ended with {process.returncode}:\n{err[-3000:]}")
    return time.monotonic() - begin, seconds_of(work, "transfer"), seconds_of(work, "validate")


def main():
    work = os.path.join(FOLDER, "work")
    for engine in ENGINES[1:]:
        fresh(engine, "origin")
        print(f"bench: filling {engine} ...", file=sys.stderr)
        run(SOURCE, url(engine, "origin"), work)
    origins = {engine: url(engine, "origin") for engine in ENGINES[1:]} | {"sqlite": SOURCE}
    chosen = os.environ.get("PAIRS", "").split() or [f"{a}:{b}" for a in ENGINES for b in ENGINES]
    print(f"| {ROWS:,} rows | whole run, s | transfer, s | transfer, rows/s | validate, s |")
    print("|---|---|---|---|---|")
    for pair in chosen:
        source, target = pair.split(":")
        fresh(target, "moved")
        whole, transfer, validate = run(origins[source], url(target, "moved"), work)
        print(f"| {source} to {target} | {whole:.1f} | {transfer:.1f} | {ROWS / transfer:,.0f} | {validate:.1f} |", flush=True)


try:
    main()
finally:
    SERVER.stdin.close()
    SERVER.wait()
