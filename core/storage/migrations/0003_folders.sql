-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Folders are looked at again and again: how that stands, and what of them is left out.
ALTER TABLE folder ADD COLUMN is_copied INTEGER NOT NULL DEFAULT 0;        -- 1: its files are copied into the library
ALTER TABLE folder ADD COLUMN is_being_removed INTEGER NOT NULL DEFAULT 0; -- 1: its photos are on their way to the trash
ALTER TABLE folder ADD COLUMN place TEXT NOT NULL DEFAULT '';              -- its path below the root of its volume
ALTER TABLE folder ADD COLUMN scanned_at INTEGER;                          -- NULL: not yet
ALTER TABLE folder ADD COLUMN missing_since INTEGER;                       -- its drive is not connected, say
CREATE INDEX file_reference_folder ON file_reference(folder_id, id, missing_since) WHERE folder_id IS NOT NULL;

CREATE TABLE folder_left_out(
  folder_id INTEGER NOT NULL REFERENCES folder(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL, -- with the size: whether the file is still the one that was left out
  error TEXT,                   -- JSON: why it could not be taken; NULL: a person deleted it from the library
  PRIMARY KEY (folder_id, path)
) WITHOUT ROWID;
