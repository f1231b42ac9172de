-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What `$search` finds in: of every asset its name, model, tags and texts as one text, folded as base/search_folding.h
-- does it, and an index of each three characters that follow each other there, so that any part of a word is found, in
-- languages without spaces too. People are looked up where they are.
CREATE TABLE search_text(id INTEGER PRIMARY KEY, text TEXT NOT NULL); -- of an asset; goes a little after it
CREATE VIRTUAL TABLE search_index USING fts5(
  text, content = 'search_text', content_rowid = 'id', columnsize = 0, tokenize = 'trigram case_sensitive 1');
CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index(rowid, text) VALUES (NEW.id, NEW.text);
END;
CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', OLD.id, OLD.text);
END;
CREATE TRIGGER search_text_changed AFTER UPDATE ON search_text BEGIN
  INSERT INTO search_index(search_index, rowid, text) VALUES ('delete', OLD.id, OLD.text);
  INSERT INTO search_index(rowid, text) VALUES (NEW.id, NEW.text);
END;

-- Whose text is not what it was when it was written there. A job writes it anew soon after; until then a search looks
-- at the assets themselves, so that it is right at any time.
CREATE TABLE search_stale(asset_id INTEGER PRIMARY KEY);
CREATE TRIGGER search_asset_added AFTER INSERT ON asset BEGIN
  INSERT INTO search_stale(asset_id) SELECT NEW.id WHERE NEW.id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_asset_changed AFTER UPDATE OF file_name, model ON asset
WHEN OLD.file_name IS NOT NEW.file_name OR OLD.model IS NOT NEW.model BEGIN
  INSERT INTO search_stale(asset_id) SELECT NEW.id WHERE NEW.id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_asset_removed AFTER DELETE ON asset BEGIN
  INSERT INTO search_stale(asset_id) SELECT OLD.id WHERE OLD.id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_tag_added AFTER INSERT ON asset_tag BEGIN
  INSERT INTO search_stale(asset_id) SELECT NEW.asset_id WHERE NEW.asset_id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_tag_changed AFTER UPDATE ON asset_tag BEGIN
  INSERT INTO search_stale(asset_id) SELECT OLD.asset_id WHERE OLD.asset_id NOT IN (SELECT asset_id FROM search_stale);
  INSERT INTO search_stale(asset_id) SELECT NEW.asset_id WHERE NEW.asset_id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_tag_removed AFTER DELETE ON asset_tag BEGIN
  INSERT INTO search_stale(asset_id) SELECT OLD.asset_id WHERE OLD.asset_id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_word_added AFTER INSERT ON prop WHEN NEW.txt IS NOT NULL AND NEW.num IS NULL BEGIN
  INSERT INTO search_stale(asset_id) SELECT NEW.asset_id WHERE NEW.asset_id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_word_changed AFTER UPDATE ON prop
WHEN OLD.asset_id <> NEW.asset_id OR OLD.txt IS NOT NEW.txt OR (OLD.num IS NULL) <> (NEW.num IS NULL) BEGIN
  INSERT INTO search_stale(asset_id) SELECT OLD.asset_id WHERE OLD.asset_id NOT IN (SELECT asset_id FROM search_stale);
  INSERT INTO search_stale(asset_id) SELECT NEW.asset_id WHERE NEW.asset_id NOT IN (SELECT asset_id FROM search_stale);
END;
CREATE TRIGGER search_word_removed AFTER DELETE ON prop WHEN OLD.txt IS NOT NULL AND OLD.num IS NULL BEGIN
  INSERT INTO search_stale(asset_id) SELECT OLD.asset_id WHERE OLD.asset_id NOT IN (SELECT asset_id FROM search_stale);
END;

-- What is here already is read behind everything else.
INSERT INTO search_stale(asset_id) SELECT id FROM asset;
INSERT INTO job(kind, dedupe_key, payload, priority, state, run_at, created_at, updated_at)
SELECT 'search', 'all', '{}', -100, 0, 0, now, now
FROM (SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) AS now)
WHERE EXISTS (SELECT 1 FROM asset);
