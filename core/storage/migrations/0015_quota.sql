-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- How much of the library's disk each user may fill, and how much they do.
ALTER TABLE user ADD COLUMN quota_bytes INTEGER; -- NULL: as much as there is
ALTER TABLE user ADD COLUMN used_bytes INTEGER NOT NULL DEFAULT 0; -- the triggers below keep it

-- What the asset takes of its owner's quota: its size, or nothing while its bytes lie only in files of the person.
ALTER TABLE asset ADD COLUMN counted_bytes INTEGER NOT NULL DEFAULT 0;
UPDATE asset SET counted_bytes = size WHERE NOT EXISTS (SELECT 1 FROM file_reference WHERE asset_id = asset.id);
UPDATE user SET used_bytes = (SELECT coalesce(sum(counted_bytes), 0) FROM asset WHERE owner_id = user.id);

CREATE TRIGGER asset_counts AFTER INSERT ON asset WHEN NEW.counted_bytes <> 0 BEGIN
  UPDATE user SET used_bytes = used_bytes + NEW.counted_bytes WHERE id = NEW.owner_id;
END;
CREATE TRIGGER asset_counts_else AFTER UPDATE OF counted_bytes ON asset WHEN OLD.counted_bytes <> NEW.counted_bytes
BEGIN
  UPDATE user SET used_bytes = used_bytes + NEW.counted_bytes - OLD.counted_bytes WHERE id = NEW.owner_id;
END;
CREATE TRIGGER asset_counts_no_more AFTER DELETE ON asset WHEN OLD.counted_bytes <> 0 BEGIN
  UPDATE user SET used_bytes = used_bytes - OLD.counted_bytes WHERE id = OLD.owner_id;
END;
