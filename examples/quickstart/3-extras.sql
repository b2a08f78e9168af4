-- After the rows, as one would for speed.

-- Plain, descending, partial, unique, and over an expression.
CREATE INDEX trip_rider ON trip (rider_id, started_at DESC);
CREATE INDEX trip_bike ON trip (bike_id);
CREATE INDEX trip_complaints ON trip (rating) WHERE rating <= 2;
CREATE INDEX trip_duration ON trip (ended_at - started_at);
CREATE UNIQUE INDEX rider_email ON rider (email) WHERE email IS NOT NULL;
CREATE INDEX rider_name ON rider (lower(full_name));
CREATE INDEX payment_trip ON payment (trip_id);
CREATE INDEX station_event_station ON station_event (station_id, happened_at);

-- Not carried over: dmt explain says so, and why.
CREATE VIEW busiest_station AS
SELECT station.id, station.name, count(*) AS trips
FROM trip JOIN station ON station.id = trip.start_station
GROUP BY station.id, station.name
ORDER BY trips DESC;

CREATE TRIGGER trip_ends_after_start
BEFORE UPDATE OF ended_at ON trip
WHEN NEW.ended_at < NEW.started_at
BEGIN
  SELECT RAISE(ABORT, 'a trip cannot end before it starts');
END;
