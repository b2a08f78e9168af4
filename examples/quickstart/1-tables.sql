-- A small bicycle-sharing company: enough of everything that a migration can stumble over.
-- By hand: cat examples/quickstart/*.sql | sqlite3 sample.db

-- A self reference, and unicode names.
CREATE TABLE district (
  id         INTEGER PRIMARY KEY,
  name       TEXT NOT NULL UNIQUE,
  parent_id  INTEGER REFERENCES district (id) ON DELETE SET NULL
);

-- AUTOINCREMENT, checks, defaults; NULL notes beside empty ones; dates as ISO text.
CREATE TABLE station (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  code         TEXT NOT NULL UNIQUE,
  name         TEXT NOT NULL,
  district_id  INTEGER NOT NULL REFERENCES district (id),
  latitude     REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude    REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  docks        INTEGER NOT NULL DEFAULT 12 CHECK (docks > 0),
  opened_on    DATE NOT NULL,
  covered      BOOLEAN NOT NULL DEFAULT 0,
  notes        TEXT
);

-- WITHOUT ROWID with a composite key, JSON and BLOB.
CREATE TABLE bike_model (
  maker          TEXT NOT NULL,
  model          TEXT NOT NULL,
  specification  JSON NOT NULL,
  photo          BLOB,
  PRIMARY KEY (maker, model)
) WITHOUT ROWID;

-- A composite foreign key, a stored and a virtual generated column, dates as Julian days.
CREATE TABLE bike (
  id           INTEGER PRIMARY KEY,
  serial       TEXT NOT NULL UNIQUE,
  maker        TEXT NOT NULL,
  model        TEXT NOT NULL,
  bought_on    DATETIME NOT NULL,
  price_cents  INTEGER NOT NULL CHECK (price_cents >= 0),
  price        NUMERIC GENERATED ALWAYS AS (price_cents / 100.0) STORED,
  label        TEXT GENERATED ALWAYS AS (maker || ' ' || model || ' #' || serial) VIRTUAL,
  retired      BOOLEAN NOT NULL DEFAULT 0,
  FOREIGN KEY (maker, model) REFERENCES bike_model (maker, model) ON UPDATE CASCADE
);

-- Times as seconds since 1970, a collation, JSON that may be missing, a self reference.
CREATE TABLE rider (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  email        TEXT COLLATE NOCASE,
  full_name    TEXT NOT NULL,
  joined_at    TIMESTAMP NOT NULL,
  preferences  JSON,
  referred_by  INTEGER REFERENCES rider (id),
  active       BOOLEAN NOT NULL DEFAULT 1
);

-- STRICT: types that are kept.
CREATE TABLE tariff (
  code           TEXT PRIMARY KEY NOT NULL,
  title          TEXT NOT NULL,
  unlock_cents   INTEGER NOT NULL DEFAULT 100,
  minute_cents   REAL NOT NULL,
  contract       BLOB
) STRICT;

-- The large one.
CREATE TABLE trip (
  id             INTEGER PRIMARY KEY,
  rider_id       INTEGER NOT NULL REFERENCES rider (id),
  bike_id        INTEGER NOT NULL REFERENCES bike (id),
  start_station  INTEGER NOT NULL REFERENCES station (id),
  end_station    INTEGER REFERENCES station (id),
  tariff_code    TEXT NOT NULL DEFAULT 'basic' REFERENCES tariff (code),
  started_at     DATETIME NOT NULL,
  ended_at       DATETIME,
  distance_m     INTEGER CHECK (distance_m IS NULL OR distance_m >= 0),
  battery        REAL,
  rating         INTEGER CHECK (rating BETWEEN 1 AND 5),
  comment        TEXT
);

CREATE TABLE payment (
  id        INTEGER PRIMARY KEY,
  trip_id   INTEGER NOT NULL REFERENCES trip (id) ON DELETE CASCADE,
  amount    DECIMAL(8, 2) NOT NULL,
  currency  CHAR(3) NOT NULL DEFAULT 'EUR',
  method    TEXT NOT NULL CHECK (method IN ('card', 'wallet', 'voucher')),
  paid_at   DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE maintenance (
  bike_id   INTEGER NOT NULL REFERENCES bike (id),
  visit     INTEGER NOT NULL,
  done_on   DATE NOT NULL,
  mechanic  TEXT NOT NULL,
  findings  TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (bike_id, visit)
);

-- A composite reference to a composite key.
CREATE TABLE maintenance_part (
  bike_id   INTEGER NOT NULL,
  visit     INTEGER NOT NULL,
  part      TEXT NOT NULL,
  quantity  INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
  PRIMARY KEY (bike_id, visit, part),
  FOREIGN KEY (bike_id, visit) REFERENCES maintenance (bike_id, visit) ON DELETE CASCADE
) WITHOUT ROWID;

-- No primary key at all.
CREATE TABLE station_event (
  station_id   INTEGER NOT NULL REFERENCES station (id),
  happened_at  DATETIME NOT NULL,
  kind         VARCHAR(20) NOT NULL,
  payload      BLOB
);
