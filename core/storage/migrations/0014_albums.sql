-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What people put together: albums, tags that have an existence of their own, stacks of photos that are one to look at,
-- and days that are remembered. `updated_at` of an album is a change stamp.
CREATE TABLE album(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  cover_id INTEGER REFERENCES asset(id) ON DELETE SET NULL, -- chosen by hand; NULL: the newest
  is_oldest_first INTEGER NOT NULL DEFAULT 0,
  is_activity_enabled INTEGER NOT NULL DEFAULT 1,           -- as clients sent it
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX album_owner ON album(owner_id, created_at);
CREATE INDEX album_cover ON album(cover_id) WHERE cover_id IS NOT NULL;
CREATE TABLE album_asset(
  album_id INTEGER NOT NULL REFERENCES album(id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
  added_at INTEGER NOT NULL,
  PRIMARY KEY (album_id, asset_id)
) WITHOUT ROWID;
CREATE INDEX album_asset_asset ON album_asset(asset_id);

-- A tag stays when nothing has it any more, until somebody deletes it. What has it stands in `asset_tag` alone.
CREATE TABLE tag(
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  value TEXT NOT NULL, -- `a/b` lies below `a`
  color TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (owner_id, value)
);
INSERT INTO tag(owner_id, value, created_at, updated_at)
SELECT a.owner_id, t.tag, min(a.imported_at), min(a.imported_at)
FROM asset_tag t JOIN asset a ON a.id = t.asset_id GROUP BY a.owner_id, t.tag;
CREATE TRIGGER tag_used AFTER INSERT ON asset_tag BEGIN
  INSERT INTO tag(owner_id, value, created_at, updated_at)
  SELECT a.owner_id, NEW.tag, now, now
  FROM asset a, (SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) AS now)
  WHERE a.id = NEW.asset_id AND NOT EXISTS (SELECT 1 FROM tag WHERE owner_id = a.owner_id AND value = NEW.tag);
END;

CREATE TABLE stack(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL
);
CREATE INDEX stack_owner ON stack(owner_id);
CREATE TABLE stack_asset( -- a photo is in one stack at most
  asset_id INTEGER PRIMARY KEY REFERENCES asset(id) ON DELETE CASCADE,
  stack_id INTEGER NOT NULL REFERENCES stack(id) ON DELETE CASCADE,
  is_primary INTEGER NOT NULL -- 1: the one that is shown for all of them
);
CREATE INDEX stack_asset_stack ON stack_asset(stack_id, is_primary DESC, asset_id);

CREATE TABLE memory(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  year INTEGER NOT NULL,
  memory_at INTEGER NOT NULL,
  show_at INTEGER, hide_at INTEGER, -- from when to when clients show it; NULL: always
  seen_at INTEGER,
  is_saved INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER                -- it is kept, so that the day does not bring it again
);
CREATE INDEX memory_owner ON memory(owner_id, memory_at);
CREATE TABLE memory_asset(
  memory_id INTEGER NOT NULL REFERENCES memory(id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
  PRIMARY KEY (memory_id, asset_id)
) WITHOUT ROWID;
CREATE INDEX memory_asset_asset ON memory_asset(asset_id);
