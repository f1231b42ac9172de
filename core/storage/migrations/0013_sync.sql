-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Sync. A user's assets in the order in which they came, without going through those of others.
CREATE INDEX asset_sequence ON asset(owner_id, id) WHERE is_hidden = 0;

-- What a device has uploaded: it asks by its own names.
CREATE INDEX asset_device ON asset(owner_id, device_id, device_asset_id) WHERE device_id <> '';

-- How far clients have come, for each kind of thing that they keep.
CREATE TABLE sync_checkpoint(
  holder BLOB NOT NULL, -- UUID of the session or the key; of the user where there is neither
  type TEXT NOT NULL,   -- 'AssetV1', …
  ack TEXT NOT NULL,    -- as the client was given it
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (holder, type)
) WITHOUT ROWID;
CREATE TRIGGER sync_session_gone AFTER DELETE ON session BEGIN
  DELETE FROM sync_checkpoint WHERE holder = OLD.uuid;
END;
CREATE TRIGGER sync_key_gone AFTER DELETE ON api_key BEGIN
  DELETE FROM sync_checkpoint WHERE holder = OLD.uuid;
END;
