-- A table of twelve columns as applications have them; the number of rows takes the place of :rows.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  quantity INTEGER NOT NULL,
  unit_price REAL NOT NULL,
  paid BOOLEAN NOT NULL,
  status TEXT NOT NULL,
  reference TEXT NOT NULL,
  email TEXT NOT NULL,
  note TEXT,
  ordered_at TIMESTAMP NOT NULL,
  shipped_on DATE
);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :rows)
INSERT INTO orders
SELECT i,
       (i * 7919) % 250000 + 1,
       (i * 104729) % 12000 + 1,
       i % 9 + 1,
       ((i * 31) % 99991 + 1) / 100.0,
       i % 3 <> 0,
       CASE i % 5 WHEN 0 THEN 'new' WHEN 1 THEN 'packed' WHEN 2 THEN 'shipped' WHEN 3 THEN 'delivered' ELSE 'returned' END,
       printf('ORD-%08d-%05d', i, (i * 6101) % 100000),
       'customer.' || ((i * 7919) % 250000 + 1) || '@mail.example.org',
       CASE WHEN i % 3 = 0 THEN NULL
            WHEN i % 7 = 0 THEN 'Bitte beim Nachbarn "Müller", 2. Stock, abgeben – danke'
            ELSE 'Leave it at the door, ring twice and call when nobody answers within five minutes' END,
       datetime(1577836800 + (i * 37) % 150000000, 'unixepoch'),
       CASE WHEN i % 11 = 0 THEN NULL ELSE date(1577836800 + (i * 37) % 150000000 + 172800, 'unixepoch') END
FROM n;
