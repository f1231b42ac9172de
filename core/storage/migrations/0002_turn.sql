-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Quarter turns to the right that a person gave a photo, on top of what its file says. `width` and `height` are those of
-- the photo as it is shown; detections belong to the bytes and stay as the file shows them.
ALTER TABLE asset ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;

-- What the window needs of every photo before it shows the first: read without touching the rows.
CREATE INDEX asset_timeline ON asset(
  owner_id, created_at, id, trashed_at, is_hidden, is_archived, is_favorite, is_video, created_offset, width, height);
DROP INDEX asset_created;
