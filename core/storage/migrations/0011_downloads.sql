-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Files on their way from other servers to this computer. What they need of secrets lies elsewhere, by name.
CREATE TABLE download(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id TEXT NOT NULL UNIQUE,  -- what the world calls it
  user BLOB,                     -- UUID of who asked; NULL: the program itself
  queue TEXT NOT NULL,           -- whose limits it shares: a server's name or an origin
  grp INTEGER NOT NULL,          -- 0 image, 1 video, 2 live photo
  server TEXT NOT NULL,          -- name of a remote library, or empty
  asset_id TEXT NOT NULL,        -- there
  url TEXT NOT NULL,
  headers TEXT NOT NULL,         -- JSON; only those that hold nothing secret
  secret TEXT,                   -- name of the others where secrets are kept
  filename TEXT NOT NULL,        -- as wished, or as the server said; may be empty
  updates INTEGER NOT NULL,
  meta TEXT NOT NULL,            -- JSON, as given
  pair TEXT,                     -- the same for both halves of a live photo
  half INTEGER NOT NULL,         -- 0 none, 1 picture, 2 video
  checksum_kind INTEGER NOT NULL, -- 0 none, 1 SHA-256, 2 SHA-1
  checksum BLOB,
  status INTEGER NOT NULL,       -- 0 enqueued, 1 running, 2 waiting to retry, 3 paused, 4 complete, 5 not found,
                                 -- 6 failed, 7 canceled
  hold INTEGER NOT NULL,         -- 0 none, 1 network, 2 disk, 4 the other half
  stage INTEGER NOT NULL,        -- 0 to be fetched, 1 in the temporary folder, 2 about to get its name
  received INTEGER NOT NULL,     -- bytes, when it last stood still
  total INTEGER NOT NULL,        -- bytes; -1: not known
  folder TEXT NOT NULL,          -- the gallery that it goes to; empty before it began
  path TEXT NOT NULL,            -- its file, from stage 2 on
  error TEXT,                    -- JSON
  attempts INTEGER NOT NULL,
  retries INTEGER NOT NULL,      -- in a row, since something last came
  retry_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX download_status ON download(status, id);
CREATE INDEX download_sums ON download(status, total, received);
CREATE INDEX download_turn ON download(queue, grp, id) WHERE status = 0 AND hold = 0;
CREATE INDEX download_retry ON download(hold, retry_at) WHERE status = 2;
CREATE INDEX download_pair ON download(pair) WHERE pair IS NOT NULL;
CREATE INDEX download_secret ON download(secret) WHERE secret IS NOT NULL;

-- Servers that want a new sign-in before anything more is asked of them.
CREATE TABLE download_stop(
  queue TEXT PRIMARY KEY
) WITHOUT ROWID;
