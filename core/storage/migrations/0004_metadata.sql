-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The open metadata of every asset as one JSON object beside the rows that are searched: the keys that have no column.
ALTER TABLE doc ADD COLUMN edited TEXT NOT NULL DEFAULT '[]';  -- JSON array: keys that a person has set or taken away
ALTER TABLE doc ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;  -- the version of what has read its file; 0: an older one

DELETE FROM doc;
INSERT INTO doc(id, json)
SELECT p.asset_id,
       json_group_object(k.name, CASE WHEN p.txt IS NULL THEN p.num
                                      WHEN p.num IS NULL THEN p.txt
                                      ELSE json(iif(p.num, 'true', 'false')) END)
FROM prop p JOIN prop_key k ON k.id = p.key_id GROUP BY p.asset_id;

-- What is new to read in files is read from those that are here already, behind everything else.
INSERT INTO job(kind, dedupe_key, payload, priority, state, run_at, created_at, updated_at)
SELECT 'metadata', 'all', '{}', -100, 0, 0, now, now
FROM (SELECT CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER) AS now)
WHERE EXISTS (SELECT 1 FROM asset);
