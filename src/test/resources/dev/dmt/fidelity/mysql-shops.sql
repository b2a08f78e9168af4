CREATE TABLE wp_users (
  ID bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  user_login varchar(60) NOT NULL DEFAULT '',
  user_email varchar(100) NOT NULL DEFAULT '',
  user_registered datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  user_status int(11) NOT NULL DEFAULT 0,
  display_name varchar(250) NOT NULL DEFAULT '',
  PRIMARY KEY (ID), KEY user_login_key (user_login), KEY user_email (user_email)
) ENGINE=InnoDB AUTO_INCREMENT=12 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE TABLE wp_posts (
  ID bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  post_author bigint(20) unsigned NOT NULL DEFAULT 0,
  post_date datetime NOT NULL DEFAULT '0000-00-00 00:00:00',
  post_content longtext NOT NULL,
  post_title text NOT NULL,
  post_status varchar(20) NOT NULL DEFAULT 'publish',
  post_name varchar(200) NOT NULL DEFAULT '',
  guid varchar(255) NOT NULL DEFAULT '',
  menu_order int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (ID), KEY post_name (post_name(191)), KEY type_status_date (post_status, post_date, ID), KEY post_author (post_author),
  FULLTEXT KEY search (post_title, post_content)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE TABLE wp_options (
  option_id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
  option_name varchar(191) NOT NULL DEFAULT '',
  option_value longtext NOT NULL,
  autoload varchar(20) NOT NULL DEFAULT 'yes',
  PRIMARY KEY (option_id), UNIQUE KEY option_name (option_name), KEY autoload (autoload)
) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
CREATE TABLE film (
  film_id smallint unsigned NOT NULL AUTO_INCREMENT,
  title varchar(128) NOT NULL,
  description text DEFAULT NULL,
  release_year year DEFAULT NULL,
  rental_duration tinyint unsigned NOT NULL DEFAULT 3,
  rental_rate decimal(4,2) NOT NULL DEFAULT 4.99,
  length smallint unsigned DEFAULT NULL,
  rating enum('G','PG','PG-13','R','NC-17') DEFAULT 'G',
  special_features set('Trailers','Commentaries','Deleted Scenes','Behind the Scenes') DEFAULT NULL,
  price_with_tax decimal(6,2) GENERATED ALWAYS AS (rental_rate * 1.2) STORED,
  last_update timestamp NOT NULL DEFAULT current_timestamp() ON UPDATE current_timestamp(),
  PRIMARY KEY (film_id), KEY idx_title (title), CONSTRAINT film_length CHECK (length > 0)
) COMMENT='films, "all" of them' DEFAULT CHARSET=utf8mb3;
CREATE TABLE store (
  store_id tinyint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  address varchar(50) NOT NULL COMMENT 'where it''s at',
  location geometry NOT NULL,
  SPATIAL KEY idx_location (location)
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE inventory (
  inventory_id mediumint unsigned NOT NULL AUTO_INCREMENT,
  film_id smallint unsigned NOT NULL,
  store_id tinyint unsigned NOT NULL,
  last_update timestamp NOT NULL DEFAULT current_timestamp(),
  PRIMARY KEY (inventory_id), KEY idx_store_film (store_id, film_id),
  CONSTRAINT fk_inventory_store FOREIGN KEY (store_id) REFERENCES store (store_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT fk_inventory_film FOREIGN KEY (film_id) REFERENCES film (film_id) ON DELETE CASCADE ON UPDATE CASCADE
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE catalog_product_entity (
  entity_id int(10) unsigned NOT NULL AUTO_INCREMENT,
  sku varchar(64) DEFAULT NULL COMMENT 'SKU',
  has_options smallint(6) NOT NULL DEFAULT 0,
  created_at timestamp NOT NULL DEFAULT current_timestamp(),
  parent_id int(10) unsigned DEFAULT NULL,
  PRIMARY KEY (entity_id), UNIQUE KEY sku_parent (sku, parent_id),
  CONSTRAINT product_parent FOREIGN KEY (parent_id) REFERENCES catalog_product_entity (entity_id) ON DELETE SET NULL
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE eav_value (
  entity_id int(10) unsigned NOT NULL, attribute_id smallint(5) unsigned NOT NULL, store_id smallint(5) unsigned NOT NULL DEFAULT 0,
  value decimal(20,6) DEFAULT NULL, payload json DEFAULT NULL, flag bit(1) NOT NULL DEFAULT b'0',
  PRIMARY KEY (entity_id, attribute_id, store_id),
  CONSTRAINT eav_entity FOREIGN KEY (entity_id) REFERENCES catalog_product_entity (entity_id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
CREATE VIEW cheap_films AS SELECT film_id, title FROM film WHERE rental_rate < 1;
CREATE TRIGGER film_before BEFORE INSERT ON film FOR EACH ROW SET NEW.title = TRIM(NEW.title);
CREATE PROCEDURE nothing_to_do() SELECT 1;
INSERT INTO wp_users VALUES (1, 'admin', 'a@example.org', '2020-01-01 10:00:00', 0, 'Admin'), (7, 'Zoë', '', '2021-05-05 00:00:00', 1, '');
INSERT INTO wp_posts VALUES (1, 1, '2020-01-01 10:00:00', '<p>Hello "world", it''s\n\\ me</p>', 'Hello', 'publish', 'hello', 'http://example.org/?p=1', 0), (2, 7, '2022-02-02 02:02:02', '', '', 'draft', '', '', -1);
INSERT INTO wp_options VALUES (1, 'siteurl', 'http://example.org', 'yes'), (2, 'cron', 'a:1:{i:0;s:3:"x|y";}', 'no');
INSERT INTO film (film_id, title, description, release_year, rating, special_features, last_update) VALUES
  (1, 'ACADEMY DINOSAUR', 'A tale', 2006, 'PG', 'Deleted Scenes,Behind the Scenes', '2006-02-15 05:03:42'), (65535, 'Ünder', NULL, NULL, 'NC-17', '', '2020-01-01 00:00:00');
INSERT INTO store VALUES (1, '47 MySakila Drive', ST_GeomFromText('POINT(153.14 -27.63)')), (255, 'x', ST_GeomFromText('POINT(0 0)', 4326));
INSERT INTO inventory VALUES (1, 1, 1, '2006-02-15 05:09:17'), (16777215, 65535, 255, '2006-02-15 05:09:17');
INSERT INTO catalog_product_entity VALUES (1, 'A-1', 0, '2020-01-01 00:00:00', NULL), (2, 'a-2', 1, '2020-01-01 00:00:00', 1), (4294967295, NULL, 0, '2020-01-01 00:00:00', 2);
INSERT INTO eav_value VALUES (1, 1, 0, 10.500000, '{"k": "v"}', b'1'), (1, 2, 0, NULL, NULL, b'0'), (4294967295, 65535, 65535, -0.000001, '[1, 2]', b'1');
