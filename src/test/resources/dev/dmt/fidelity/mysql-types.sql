CREATE TABLE every_type (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  truth tinyint(1), tiny tinyint, tinyu tinyint unsigned, small smallint, smallu smallint unsigned,
  medium mediumint, mediumu mediumint unsigned, whole int, wholeu int unsigned, big bigint, bigu bigint unsigned,
  filled int(6) unsigned zerofill,
  exact decimal(10,2), widest decimal(65,30), exactu decimal(8,3) unsigned,
  single float, twice double, bit1 bit(1), bit9 bit(9), bit64 bit(64),
  fixed char(10), varied varchar(20), latin varchar(20) CHARACTER SET latin1 COLLATE latin1_german1_ci,
  small_text tinytext, some_text text, more_text mediumtext, most_text longtext,
  fixed_bytes binary(4), bytes varbinary(20), small_blob tinyblob, some_blob blob, more_blob mediumblob, most_blob longblob,
  day date, clock time, fine_clock time(6), moment datetime, fine_moment datetime(6), third_moment datetime(3),
  stamp timestamp NULL, fine_stamp timestamp(6) NULL, span time(3), year_of year,
  document json, choice enum('a','b','it''s, "c"','ü'), choices set('x','y','z z'),
  place point, shape geometry
) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;
INSERT INTO every_type VALUES (1,
  1, -128, 255, -32768, 65535, -8388608, 16777215, -2147483648, 4294967295, -9223372036854775808, 18446744073709551615, 42,
  -99999999.99, -99999999999999999999999999999999999.123456789012345678901234567891, 12345.678,
  16777217, 0.1, b'1', b'100000001', b'1000000000000000000000000000000000000000000000000000000000000001',
  'ab', 'trailing  ', 'Grüße €', 'tiny', 'a "quoted", \\ text\nof lines\t', '𝒳 𝓎', REPEAT('é', 1000),
  x'01', x'00ff0d0a2c22', x'', x'5c', x'00', x'ffd8ff',
  '1000-01-01', '00:00:00', '23:59:59.999999', '9999-12-31 23:59:59', '2020-02-29 12:34:56.000001', '1969-12-31 23:59:59.999',
  '1970-01-01 00:00:01', '2038-01-19 03:14:07.999999', '-838:59:59.000', 1901,
  '{"b": [1, 2.50, "x"], "a": null}', 'it''s, "c"', 'x,z z',
  ST_GeomFromText('POINT(1.5 -2)'), ST_GeomFromText('POLYGON((0 0,10 0,10 10,0 10,0 0),(1 1,2 1,2 2,1 2,1 1))', 4326));
INSERT INTO every_type VALUES (2,
  0, 127, 0, 32767, 0, 8388607, 0, 2147483647, 0, 9223372036854775807, 0, 0,
  0.00, 0.000000000000000000000000000001, 0.001, -1.17549435e-38, -1.7976931348623157e308, b'0', b'0', b'0',
  '', '', '', '', '', '', '', x'', x'', x'', x'', x'', x'',
  '9999-12-31', '12:00:00', '00:00:00.000001', '1000-01-01 00:00:00', '0001-01-01 00:00:00.000000', '2000-01-01 00:00:00.001',
  '2038-01-19 03:14:07', '1970-01-01 00:00:01.5', '838:59:59.999', 2155,
  '[]', 'a', '', ST_GeomFromText('POINT(0 0)'), ST_GeomFromText('GEOMETRYCOLLECTION(POINT(1 1),LINESTRING(0 0,1 1))'));
INSERT INTO every_type (id) VALUES (3);
INSERT INTO every_type (id, twice, single, bigu) VALUES (9223372036854775808, -0.0, -0.0, 9007199254740993);
CREATE TABLE keyed (code varchar(30) NOT NULL, part smallint NOT NULL, at datetime(6) NOT NULL, kind enum('q','p') NOT NULL, note varchar(10),
  PRIMARY KEY (code, part, at, kind)) CHARACTER SET latin1 COLLATE latin1_bin;
INSERT INTO keyed VALUES ('b', 1, '2020-01-01 00:00:00.000001', 'q', 'x'), ('B', 1, '2020-01-01 00:00:00.000001', 'p', 'ü'), ('ä', -3, '2020-01-01', 'q', NULL), ('€', 2, '1999-01-01', 'q', ''), ('b', 0, '2021-01-01', 'q', 'z');
CREATE TABLE keyless (n int, t text);
INSERT INTO keyless VALUES (1, 'x'), (1, 'x'), (NULL, NULL);
CREATE TABLE nothing (id int PRIMARY KEY);
