-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Albums that others see too, and what clients that keep a copy of albums, stacks, people and memories must be told.

CREATE TABLE album_user( -- besides the owner
  album_id INTEGER NOT NULL REFERENCES album(id) ON DELETE CASCADE,
  user_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  is_editor INTEGER NOT NULL, -- 1: adds and takes away photos; 0: looks
  created_at INTEGER NOT NULL,
  PRIMARY KEY (album_id, user_id)
) WITHOUT ROWID;
CREATE INDEX album_user_user ON album_user(user_id, album_id);
CREATE VIEW album_viewer AS
SELECT id AS album_id, owner_id AS user_id FROM album UNION ALL SELECT album_id, user_id FROM album_user;

-- One row for each thing that a user can see, or could: when it changed last is its place in the order of the ids. It
-- is written in the transaction of the change itself, by the triggers below, whoever makes it.
CREATE TABLE sync_entry(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  kind INTEGER NOT NULL, -- 1 album, 2 who sees it, 3 what is in it, 4 stack, 5 person, 6 face (only those that are
                         -- gone: others come with their photos), 7 memory, 8 what is in it
  thing BLOB NOT NULL,   -- UUID
  part BLOB NOT NULL,    -- UUID of the photo or user within it, or nothing
  is_gone INTEGER NOT NULL,
  changed_at INTEGER NOT NULL, -- ms, never before the last stamp; only for how long it is kept
  UNIQUE (thing, kind, part, user_id)
);
CREATE INDEX sync_entry_order ON sync_entry(user_id, kind, is_gone, id);
CREATE INDEX sync_entry_gone ON sync_entry(changed_at) WHERE is_gone = 1;

-- What the triggers write into.
CREATE VIEW sync_note AS SELECT user_id, kind, thing, part, is_gone FROM sync_entry;
CREATE TRIGGER sync_noted INSTEAD OF INSERT ON sync_note BEGIN
  DELETE FROM sync_entry WHERE thing = NEW.thing AND kind = NEW.kind AND part = NEW.part AND user_id = NEW.user_id;
  INSERT INTO sync_entry(user_id, kind, thing, part, is_gone, changed_at)
  SELECT u.id, NEW.kind, NEW.thing, NEW.part, NEW.is_gone,
         max((SELECT value FROM meta WHERE key = 'last_stamp'),
             CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER))
  FROM user u WHERE u.id = NEW.user_id;
END;

-- Albums -----------------------------------------------------------------------------------------------------------
CREATE TRIGGER sync_album_made AFTER INSERT ON album BEGIN
  INSERT INTO sync_note VALUES (NEW.owner_id, 1, NEW.uuid, x'', 0);
END;
CREATE TRIGGER sync_album_changed AFTER UPDATE ON album BEGIN
  INSERT INTO sync_note SELECT user_id, 1, NEW.uuid, x'', 0 FROM album_viewer WHERE album_id = NEW.id;
END;
CREATE TRIGGER sync_album_gone BEFORE DELETE ON album BEGIN
  INSERT INTO sync_note SELECT user_id, kind, thing, part, 1 FROM sync_entry
  WHERE thing = OLD.uuid AND kind IN (1, 2, 3) AND is_gone = 0;
END;

CREATE TRIGGER sync_album_filled AFTER INSERT ON album_asset BEGIN
  INSERT INTO sync_note SELECT v.user_id, 3, l.uuid, p.uuid, 0 FROM album_viewer v JOIN album l ON l.id = v.album_id
  JOIN asset_place p ON p.id = NEW.asset_id WHERE v.album_id = NEW.album_id;
END;
-- The row of the photo may be gone by then, its place never is.
CREATE TRIGGER sync_album_emptied AFTER DELETE ON album_asset BEGIN
  INSERT INTO sync_note SELECT v.user_id, 3, l.uuid, p.uuid, 1 FROM album_viewer v JOIN album l ON l.id = v.album_id
  JOIN asset_place p ON p.id = OLD.asset_id WHERE v.album_id = OLD.album_id;
  INSERT INTO sync_note SELECT v.user_id, 1, l.uuid, x'', 0 FROM album_viewer v JOIN album l ON l.id = v.album_id
  WHERE v.album_id = OLD.album_id;
END;

CREATE TRIGGER sync_album_shared AFTER INSERT ON album_user BEGIN
  INSERT INTO sync_note SELECT NEW.user_id, 1, uuid, x'', 0 FROM album WHERE id = NEW.album_id;
  INSERT INTO sync_note SELECT v.user_id, 2, l.uuid, u.uuid, 0 FROM album_viewer v JOIN album l ON l.id = v.album_id
  JOIN user u ON u.id = NEW.user_id WHERE v.album_id = NEW.album_id;
  INSERT INTO sync_note SELECT NEW.user_id, 2, l.uuid, u.uuid, 0 FROM album_user o JOIN album l ON l.id = o.album_id
  JOIN user u ON u.id = o.user_id WHERE o.album_id = NEW.album_id AND o.user_id <> NEW.user_id;
  INSERT INTO sync_note SELECT NEW.user_id, 3, l.uuid, p.uuid, 0 FROM album_asset m JOIN album l ON l.id = m.album_id
  JOIN asset_place p ON p.id = m.asset_id WHERE m.album_id = NEW.album_id;
END;
CREATE TRIGGER sync_album_role AFTER UPDATE OF is_editor ON album_user BEGIN
  INSERT INTO sync_note SELECT v.user_id, 2, l.uuid, u.uuid, 0 FROM album_viewer v JOIN album l ON l.id = v.album_id
  JOIN user u ON u.id = NEW.user_id WHERE v.album_id = NEW.album_id;
END;
CREATE TRIGGER sync_album_unshared AFTER DELETE ON album_user BEGIN
  INSERT INTO sync_note SELECT e.user_id, e.kind, e.thing, e.part, 1 FROM album l JOIN sync_entry e
  ON e.thing = l.uuid AND e.kind IN (1, 2, 3) WHERE l.id = OLD.album_id AND e.user_id = OLD.user_id AND e.is_gone = 0;
  INSERT INTO sync_note SELECT e.user_id, e.kind, e.thing, e.part, 1 FROM album l JOIN sync_entry e
  ON e.thing = l.uuid AND e.kind = 2 WHERE l.id = OLD.album_id AND e.is_gone = 0 AND e.part = (SELECT uuid FROM user
  WHERE id = OLD.user_id);
END;
-- While it is still known who they are.
CREATE TRIGGER album_user_leaves BEFORE DELETE ON user BEGIN
  DELETE FROM album_user WHERE user_id = OLD.id;
END;

-- Stacks -----------------------------------------------------------------------------------------------------------
CREATE TRIGGER sync_stack_made AFTER INSERT ON stack_asset WHEN NEW.is_primary = 1 BEGIN
  INSERT INTO sync_note SELECT owner_id, 4, uuid, x'', 0 FROM stack WHERE id = NEW.stack_id;
END;
CREATE TRIGGER sync_stack_changed AFTER UPDATE ON stack_asset WHEN NEW.is_primary = 1 BEGIN
  INSERT INTO sync_note SELECT owner_id, 4, uuid, x'', 0 FROM stack WHERE id = NEW.stack_id;
END;
CREATE TRIGGER sync_stack_gone AFTER DELETE ON stack BEGIN
  INSERT INTO sync_note VALUES (OLD.owner_id, 4, OLD.uuid, x'', 1);
END;

-- People and faces -------------------------------------------------------------------------------------------------
CREATE TRIGGER sync_person_made AFTER INSERT ON person BEGIN
  INSERT INTO sync_note VALUES (NEW.owner_id, 5, NEW.uuid, x'', NEW.merged_into IS NOT NULL);
END;
CREATE TRIGGER sync_person_changed AFTER UPDATE ON person BEGIN
  INSERT INTO sync_note VALUES (NEW.owner_id, 5, NEW.uuid, x'', NEW.merged_into IS NOT NULL);
END;
CREATE TRIGGER sync_person_gone AFTER DELETE ON person BEGIN
  INSERT INTO sync_note VALUES (OLD.owner_id, 5, OLD.uuid, x'', 1);
END;

CREATE TRIGGER sync_face_gone AFTER DELETE ON face BEGIN
  INSERT INTO sync_note VALUES (OLD.owner_id, 6, OLD.uuid, x'', 1);
END;
CREATE TRIGGER sync_face_dismissed AFTER UPDATE OF is_dismissed ON face WHEN NEW.is_dismissed <> OLD.is_dismissed BEGIN
  DELETE FROM sync_entry WHERE thing = NEW.uuid AND kind = 6;
  INSERT INTO sync_note SELECT NEW.owner_id, 6, NEW.uuid, x'', 1 WHERE NEW.is_dismissed = 1;
END;
CREATE TRIGGER sync_face_made AFTER INSERT ON face BEGIN
  DELETE FROM sync_entry WHERE thing = NEW.uuid AND kind = 6;
END;

-- Memories ---------------------------------------------------------------------------------------------------------
CREATE TRIGGER sync_memory_made AFTER INSERT ON memory BEGIN
  INSERT INTO sync_note VALUES (NEW.owner_id, 7, NEW.uuid, x'', NEW.deleted_at IS NOT NULL);
END;
CREATE TRIGGER sync_memory_changed AFTER UPDATE ON memory BEGIN
  INSERT INTO sync_note VALUES (NEW.owner_id, 7, NEW.uuid, x'', NEW.deleted_at IS NOT NULL);
END;
CREATE TRIGGER sync_memory_deleted AFTER UPDATE OF deleted_at ON memory
WHEN (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL) BEGIN
  INSERT INTO sync_note SELECT NEW.owner_id, 8, NEW.uuid, p.uuid, NEW.deleted_at IS NOT NULL FROM memory_asset m
  JOIN asset_place p ON p.id = m.asset_id WHERE m.memory_id = NEW.id;
END;
CREATE TRIGGER sync_memory_gone BEFORE DELETE ON memory BEGIN
  INSERT INTO sync_note SELECT user_id, kind, thing, part, 1 FROM sync_entry
  WHERE thing = OLD.uuid AND kind IN (7, 8) AND is_gone = 0;
END;
CREATE TRIGGER sync_memory_filled AFTER INSERT ON memory_asset BEGIN
  INSERT INTO sync_note SELECT y.owner_id, 8, y.uuid, p.uuid, y.deleted_at IS NOT NULL FROM memory y
  JOIN asset_place p ON p.id = NEW.asset_id WHERE y.id = NEW.memory_id;
END;
CREATE TRIGGER sync_memory_emptied AFTER DELETE ON memory_asset BEGIN
  INSERT INTO sync_note SELECT y.owner_id, 8, y.uuid, p.uuid, 1 FROM memory y
  JOIN asset_place p ON p.id = OLD.asset_id WHERE y.id = OLD.memory_id;
END;

-- What is there already --------------------------------------------------------------------------------------------
INSERT INTO sync_note SELECT owner_id, 1, uuid, x'', 0 FROM album;
INSERT INTO sync_note SELECT l.owner_id, 3, l.uuid, p.uuid, 0 FROM album_asset m JOIN album l ON l.id = m.album_id
JOIN asset_place p ON p.id = m.asset_id;
INSERT INTO sync_note SELECT owner_id, 4, uuid, x'', 0 FROM stack;
INSERT INTO sync_note SELECT owner_id, 5, uuid, x'', 0 FROM person WHERE merged_into IS NULL;
INSERT INTO sync_note SELECT owner_id, 7, uuid, x'', 0 FROM memory WHERE deleted_at IS NULL;
INSERT INTO sync_note SELECT y.owner_id, 8, y.uuid, p.uuid, 0 FROM memory_asset m JOIN memory y ON y.id = m.memory_id
JOIN asset_place p ON p.id = m.asset_id WHERE y.deleted_at IS NULL;
