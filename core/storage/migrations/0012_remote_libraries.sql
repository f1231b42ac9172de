-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Other libraries, and copies of their lists of assets to look through and to download from. What signs in to them lies
-- in the system's keychain.
CREATE TABLE remote_server(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  url TEXT NOT NULL,                     -- with /api
  fingerprint TEXT NOT NULL DEFAULT '',  -- SHA-256 of the only certificate that is accepted; '': as usual
  uses_key INTEGER NOT NULL,             -- 0: a session
  email TEXT NOT NULL DEFAULT '',
  secret TEXT NOT NULL,                  -- the name of its key or token in the keychain
  needs_sign_in INTEGER NOT NULL DEFAULT 0,
  version TEXT NOT NULL,
  remote_user BLOB NOT NULL,             -- who we are there
  user_name TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,

  is_whole INTEGER NOT NULL DEFAULT 0,   -- the whole list was here once
  generation INTEGER NOT NULL DEFAULT 0, -- of the walk over the whole list that runs, or ran last
  walk_after TEXT,                       -- a walk runs: from where on changes are asked for when it is done
  walk_last BLOB,                        -- … and the last asset of it that is here
  walk_last_created TEXT,
  updated_after TEXT,                    -- from where on changes are asked for; NULL: a walk is needed
  epoch TEXT,                            -- of the server's database
  is_wanted INTEGER NOT NULL DEFAULT 0,  -- a sync was asked for and has not ended
  synced_at INTEGER,
  sync_error TEXT                        -- JSON: why the last one did not end well
);

-- Also the names it had before, for downloads that know it by them.
CREATE TABLE remote_name(
  name_key TEXT PRIMARY KEY, -- case folded
  server_id INTEGER NOT NULL REFERENCES remote_server(id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX remote_name_server ON remote_name(server_id);

CREATE TABLE remote_asset(
  id INTEGER PRIMARY KEY,
  server_id INTEGER NOT NULL REFERENCES remote_server(id) ON DELETE CASCADE,
  uuid BLOB NOT NULL,
  generation INTEGER NOT NULL, -- of the walk that saw it last
  is_own INTEGER NOT NULL,     -- 0: somebody else's, seen in an album
  is_video INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  sha1 BLOB,
  size INTEGER,
  taken_at INTEGER NOT NULL,
  width INTEGER, height INTEGER,
  duration_ms INTEGER,
  live_video BLOB,
  is_favorite INTEGER NOT NULL,
  is_archived INTEGER NOT NULL,
  is_trashed INTEGER NOT NULL,
  description TEXT NOT NULL,
  place TEXT NOT NULL,
  search_text TEXT NOT NULL, -- folded
  UNIQUE (server_id, uuid)
);
CREATE INDEX remote_asset_taken ON remote_asset(server_id, taken_at, id) WHERE is_trashed = 0 AND is_own = 1;
CREATE INDEX remote_asset_generation ON remote_asset(server_id, generation);

-- Albums and people as they were last looked into.
CREATE TABLE remote_group(
  id INTEGER PRIMARY KEY,
  server_id INTEGER NOT NULL REFERENCES remote_server(id) ON DELETE CASCADE,
  uuid BLOB NOT NULL,
  UNIQUE (server_id, uuid)
);
CREATE TABLE remote_member(
  group_id INTEGER NOT NULL REFERENCES remote_group(id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES remote_asset(id) ON DELETE CASCADE,
  PRIMARY KEY (group_id, asset_id)
) WITHOUT ROWID;
CREATE INDEX remote_member_asset ON remote_member(asset_id);
