-- Every row follows from its number: two runs give the same database.

INSERT INTO district (id, name, parent_id) VALUES
  (1, 'Zürich', NULL),
  (2, 'Altstadt', 1),
  (3, 'Wiedikon', 1),
  (4, 'Москва', NULL),
  (5, 'Арбат', 4),
  (6, '東京', NULL),
  (7, '渋谷区', 6),
  (8, 'São Paulo', NULL),
  (9, 'Łódź', NULL),
  (10, 'القاهرة', NULL);

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
INSERT INTO station (code, name, district_id, latitude, longitude, docks, opened_on, covered, notes)
SELECT
  printf('S%03d', i),
  (SELECT name FROM district WHERE id = 1 + i % 10) || ' ' || (1 + i / 10),
  1 + i % 10,
  round(47.3 + i * 7919 % 1000 / 10000.0, 6),
  round(8.4 + i * 6101 % 1000 / 10000.0, 6),
  8 + i * 13 % 25,
  date('2015-03-01', '+' || (i * 17) || ' days'),
  i % 3 = 0,
  CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN 'near the bakery, "Zum Löwen"' ELSE 'two lines' || char(10) || 'of notes 🚲' END
FROM n;

-- The highest number was given out once and is gone: the sequence must not give it out again.
INSERT INTO station (id, code, name, district_id, latitude, longitude, opened_on) VALUES (500, 'S500', 'closed', 1, 0, 0, '2015-01-01');
DELETE FROM station WHERE id = 500;

INSERT INTO bike_model (maker, model, specification, photo) VALUES
  ('Velo Nord', 'City 3', '{"gears": 3, "weight_kg": 17.5, "basket": true}', x'89504e470d0a1a0a00ff'),
  ('Velo Nord', 'City 7', '{"gears": 7, "weight_kg": 18.1, "basket": true, "colours": ["rot", "grün"]}', NULL),
  ('Aare', 'Electric', '{"gears": 1, "battery_wh": 504, "range_km": null}', x''),
  ('Aare', 'Cargo', '{"gears": 8, "payload_kg": 100, "note": "Ünïcödé \u2713"}', x'00'),
  ('堀田', '三号', '{}', x'deadbeef');

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
INSERT INTO bike (id, serial, maker, model, bought_on, price_cents, retired)
SELECT
  i,
  printf('B-%05d', i * 7),
  CASE i % 5 WHEN 0 THEN 'Velo Nord' WHEN 1 THEN 'Velo Nord' WHEN 2 THEN 'Aare' WHEN 3 THEN 'Aare' ELSE '堀田' END,
  CASE i % 5 WHEN 0 THEN 'City 3' WHEN 1 THEN 'City 7' WHEN 2 THEN 'Electric' WHEN 3 THEN 'Cargo' ELSE '三号' END,
  2457000.5 + i * 2 + 0.25,
  49900 + i * 331 % 150000,
  i % 17 = 0
FROM n;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
INSERT INTO rider (email, full_name, joined_at, preferences, referred_by, active)
SELECT
  CASE WHEN i % 50 = 0 THEN NULL ELSE 'Rider' || i || '@example.org' END,
  CASE i % 6 WHEN 0 THEN 'José' WHEN 1 THEN 'Zoë' WHEN 2 THEN 'Ольга' WHEN 3 THEN '健' WHEN 4 THEN 'O''Brien' ELSE 'Müller' END || ' ' || i,
  1420070400 + i * 12011,
  CASE WHEN i % 3 = 0 THEN NULL ELSE json_object('helmet', json(CASE WHEN i % 2 THEN 'true' ELSE 'false' END), 'favourite', 1 + i % 120) END,
  CASE WHEN i % 7 = 0 THEN i / 7 END,
  i % 11 <> 0
FROM n;

INSERT INTO tariff (code, title, unlock_cents, minute_cents, contract) VALUES
  ('basic', 'Pay as you go', 100, 19.5, NULL),
  ('student', 'Student', 50, 9.75, x'255044462d312e37'),
  ('night', 'Nachtfahrt', 0, 0.1, x''),
  ('longterm', '月額', 0, 1e-3, NULL);

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 320000)
INSERT INTO trip (id, rider_id, bike_id, start_station, end_station, tariff_code, started_at, ended_at, distance_m, battery, rating, comment)
SELECT
  i + i / 1000 * 3,
  1 + i * 7907 % 20000,
  1 + i * 613 % 1500,
  1 + i * 31 % 120,
  CASE WHEN i % 997 = 0 THEN NULL ELSE 1 + i * 37 % 120 END,
  CASE i % 8 WHEN 0 THEN 'student' WHEN 1 THEN 'night' WHEN 2 THEN 'longterm' ELSE 'basic' END,
  1672531200 + i * 197,
  CASE WHEN i % 997 = 0 THEN NULL ELSE 1672531200 + i * 197 + 120 + i * 41 % 3600 END,
  CASE WHEN i % 211 = 0 THEN NULL ELSE i * 389 % 15000 END,
  CASE WHEN i % 5 = 2 THEN i * 83 % 1000 / 1000.0 END,
  CASE WHEN i % 3 = 0 THEN 1 + i % 5 END,
  CASE i % 40 WHEN 0 THEN '' WHEN 1 THEN 'schnell, "sehr" schnell' WHEN 2 THEN 'ça va ✓' WHEN 3 THEN '\.' END
FROM n;

INSERT INTO payment (id, trip_id, amount, method, paid_at)
SELECT
  row_number() OVER (ORDER BY id),
  id,
  round(1 + id * 17 % 2500 / 100.0, 2),
  CASE id % 3 WHEN 0 THEN 'card' WHEN 1 THEN 'wallet' ELSE 'voucher' END,
  datetime(started_at, 'unixepoch', '+2 hours')
FROM trip
WHERE id % 8 = 0;

WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 5999)
INSERT INTO maintenance (bike_id, visit, done_on, mechanic, findings)
SELECT
  1 + i % 1500,
  1 + i / 1500,
  date('2022-01-03', '+' || (i / 10) || ' days'),
  CASE i % 3 WHEN 0 THEN 'Ada' WHEN 1 THEN 'Grace' ELSE 'Björn' END,
  CASE i % 4 WHEN 0 THEN '' WHEN 1 THEN 'brakes worn' WHEN 2 THEN 'chain	oiled' ELSE 'back\slash' END
FROM n;

INSERT INTO maintenance_part (bike_id, visit, part, quantity)
SELECT bike_id, visit, 'brake pad', 2 FROM maintenance WHERE findings = 'brakes worn'
UNION ALL
SELECT bike_id, visit, 'grease', 1 FROM maintenance WHERE bike_id % 2 = 0;

WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)
INSERT INTO station_event (station_id, happened_at, kind, payload)
SELECT
  1 + i * 7 % 120,
  2460000.5 + i / 50.0,
  CASE i % 3 WHEN 0 THEN 'full' WHEN 1 THEN 'empty' ELSE 'offline' END,
  CASE WHEN i % 10 = 0 THEN NULL ELSE CAST(printf('%08x', i * 2654435761 % 4294967296) AS BLOB) END
FROM n;
