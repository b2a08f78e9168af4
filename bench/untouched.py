"""Copies one table between two databases by dmt and by psql, in turns. Called by bench/untouched."""
import datetime
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

DMT, FOLDER, PORT, ROWS, REPEATS = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])
SOURCE, TARGET = "untouched_source", "untouched_target"
COLUMNS = """id bigint NOT NULL, customer integer NOT NULL, placed timestamptz NOT NULL, status text NOT NULL,
    unit_price numeric(12,2), quantity smallint, discount double precision, paid boolean, note text, reference uuid,
    shipped date, extra jsonb"""
MAKE = f"""CREATE TABLE orders ({COLUMNS});
    INSERT INTO orders SELECT i, i % 100000, timestamptz '2020-01-01' + i * interval '7 seconds', 'status ' || i % 7,
    i % 10000 / 100.0, i % 50, i / 7.0, i % 2 = 0, CASE WHEN i % 3 > 0 THEN 'a note about the order ' || i END,
    md5(i::text)::uuid, date '2020-01-01' + i % 2000, jsonb_build_object('n', i % 100)
    FROM generate_series(1, {ROWS}) AS i;
    ALTER TABLE orders ADD PRIMARY KEY (id);"""


def psql(database, text):
    command = ["psql", "-qXAt", "-h", "127.0.0.1", "-p", PORT, "-U", "bench", "-d", database]
    return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout.strip()


def empty_target():
    psql("bench", f"DROP DATABASE IF EXISTS {TARGET}")
    psql("bench", f"CREATE DATABASE {TARGET}")
    psql("bench", "CHECKPOINT")


def by_psql():
    empty_target()
    psql(TARGET, f"CREATE TABLE orders ({COLUMNS})")
    end = f"psql -qXAt -h 127.0.0.1 -p {PORT} -U bench -d "
    copy = (f"{end}{SOURCE} -c 'COPY orders TO STDOUT (FORMAT binary)'"
            f" | {end}{TARGET} -c 'COPY orders FROM STDIN (FORMAT binary)'")
    start = time.monotonic()
    subprocess.run(copy, shell=True, check=True)
    return time.monotonic() - start


def by_dmt():
    empty_target()
    work = os.path.join(FOLDER, "untouched")
    shutil.rmtree(work, ignore_errors=True)
    os.makedirs(work)
    ends = [f"postgres://bench@127.0.0.1:{PORT}/{name}" for name in (SOURCE, TARGET)]
    for step in ("extract-schema", "plan", "create-tables", "transfer"):
        subprocess.run([DMT, "step", step, "--source", ends[0], "--target", ends[1]], cwd=work, check=True,
                       capture_output=True)
    with open(os.path.join(work, ".dmt/checkpoint.d/plan.yaml")) as plan:
        assert "untouched: true" in plan.read(), "the rows did not pass untouched"
    with open(os.path.join(work, ".dmt/checkpoint.d/steps/transfer.yaml")) as record:
        moments = re.findall(r"(?:startedAt|finishedAt|started_at|finished_at): \"?([0-9T:.Z-]+)", record.read())
    begin, end = (datetime.datetime.fromisoformat(moment.rstrip("Z")[:26]) for moment in moments[:2])
    return abs((end - begin).total_seconds())


def content():
    return psql(TARGET, "SELECT count(*), sum(hashtextextended(o::text, 0)) FROM orders AS o")


if psql("bench", f"SELECT count(*) FROM pg_database WHERE datname = '{SOURCE}'") != "0":
    psql("bench", f"DROP DATABASE {SOURCE}")
psql("bench", f"CREATE DATABASE {SOURCE}")
psql(SOURCE, MAKE)
psql(SOURCE, "VACUUM ANALYZE orders")
pairs = []
for turn in range(REPEATS):
    piped = by_psql()
    expected = content()
    moved = by_dmt()
    if content() != expected:
        sys.exit("bench: the targets differ")
    pairs.append((piped, moved))
    print(f"psql | psql {piped:6.2f} s, dmt {moved:6.2f} s, ratio {piped / moved:.2f}", flush=True)
piped, moved = (statistics.median(side) for side in zip(*pairs))
print(f"median: psql | psql {piped:.2f} s ({ROWS / piped:,.0f} rows/s), dmt {moved:.2f} s ({ROWS / moved:,.0f} rows/s),"
      f" ratio {piped / moved:.2f}")
