-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Renders: the files that scenes need, what scenes say, and tasks over frames.

-- Files for renders, once per user. Their ids leave the program as `asset_id`.
CREATE TABLE render_file(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  blob_id INTEGER NOT NULL REFERENCES blob(id),
  file_name TEXT NOT NULL DEFAULT '',
  file_type TEXT,               -- as the client said
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL,     -- uploaded, asked for, or read by a task
  UNIQUE (owner_id, blob_id)
);
CREATE INDEX render_file_blob ON render_file(blob_id);
CREATE INDEX render_file_used ON render_file(used_at);

CREATE TRIGGER render_file_refers AFTER INSERT ON render_file BEGIN
  UPDATE blob SET refs = refs + 1 WHERE id = NEW.blob_id;
END;
CREATE TRIGGER render_file_refers_no_more AFTER DELETE ON render_file BEGIN
  UPDATE blob SET refs = refs - 1 WHERE id = OLD.blob_id;
END;

CREATE TABLE render_file_key( -- further names: projects/user123/wolf.ma
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  file_id INTEGER NOT NULL REFERENCES render_file(id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, key)
) WITHOUT ROWID;
CREATE INDEX render_file_key_file ON render_file_key(file_id);

-- Uploads in chunks that are not whole yet; their bytes lie in a file named by the UUID.
CREATE TABLE partial_upload(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  metadata TEXT NOT NULL,       -- JSON: what the client said of the file
  file_id INTEGER REFERENCES render_file(id) ON DELETE CASCADE, -- that it became; a client may ask once more
  created_at INTEGER NOT NULL,
  touched_at INTEGER NOT NULL
);
CREATE INDEX partial_upload_touched ON partial_upload(touched_at);
CREATE INDEX partial_upload_owner ON partial_upload(owner_id);
CREATE INDEX partial_upload_file ON partial_upload(file_id) WHERE file_id IS NOT NULL;

-- What a scene's file says, whoever asks; which of its files exist is looked up for each caller.
CREATE TABLE scene_facts(
  md5 BLOB PRIMARY KEY CHECK (length(md5) = 16),
  analyser INTEGER NOT NULL,    -- version of the code that read it
  facts TEXT NOT NULL,          -- JSON
  analyzed_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX scene_facts_age ON scene_facts(analyzed_at);

-- Tasks ------------------------------------------------------------------------------------------------------------

CREATE TABLE render_task(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  queue_id BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  unionid TEXT NOT NULL,        -- a free name of who the work is for
  idempotency_key TEXT,
  state INTEGER NOT NULL,       -- 0 queued, 1 testing, 2 rendering, 3 paused, 4 completed, 5 failed, 6 cancelled
  resume_state INTEGER,         -- of a paused one: where it goes back to
  engine TEXT NOT NULL,
  scene_key TEXT NOT NULL,
  scene_file_id INTEGER REFERENCES render_file(id) ON DELETE SET NULL,
  scene_md5 BLOB, scene_size INTEGER,
  spec TEXT NOT NULL,           -- JSON: the rest of what was asked for
  start_frame INTEGER NOT NULL,
  total_frames INTEGER NOT NULL,
  frame_step INTEGER NOT NULL,
  test_frames TEXT,
  stop_after_test INTEGER NOT NULL,
  priority INTEGER NOT NULL,    -- 0 to 10, higher first
  ram INTEGER, gpu_count INTEGER NOT NULL, -- GB
  hardware TEXT NOT NULL,       -- JSON: the configuration as it was when the task was made
  frame_timeout INTEGER NOT NULL, task_timeout INTEGER NOT NULL, -- s
  runner TEXT NOT NULL,
  -- How many of its frames are what, and the time that they took; the triggers below keep it.
  pending INTEGER NOT NULL DEFAULT 0, rendering INTEGER NOT NULL DEFAULT 0, completed INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0,
  render_ms INTEGER NOT NULL DEFAULT 0,
  error TEXT,                   -- JSON: why it failed
  notice TEXT,                  -- JSON: why it waits, or how it renders other than asked
  worked_ms INTEGER NOT NULL DEFAULT 0, -- without pauses and waiting, up to worked_since
  worked_since INTEGER,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  completed_at INTEGER,
  updated_at INTEGER NOT NULL,  -- a change stamp
  is_cleaned INTEGER NOT NULL DEFAULT 0 -- its work space has been removed
);
CREATE UNIQUE INDEX render_task_idempotency ON render_task(owner_id, idempotency_key)
  WHERE idempotency_key IS NOT NULL;
CREATE INDEX render_task_owner ON render_task(owner_id, created_at, id);
CREATE INDEX render_task_open ON render_task(state, priority DESC, id) WHERE state < 4;
CREATE INDEX render_task_scene ON render_task(scene_file_id) WHERE scene_file_id IS NOT NULL;

CREATE TABLE render_task_file( -- which stored file stands for which path of the scene
  task_id INTEGER NOT NULL REFERENCES render_task(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  file_id INTEGER REFERENCES render_file(id) ON DELETE SET NULL,
  local_path TEXT NOT NULL,
  server_path TEXT NOT NULL,
  md5 BLOB, size INTEGER, file_type TEXT NOT NULL,
  PRIMARY KEY (task_id, position)
) WITHOUT ROWID;
CREATE INDEX render_task_file_file ON render_task_file(file_id) WHERE file_id IS NOT NULL;

-- The frames that one process of the engine renders.
CREATE TABLE render_chunk(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,    -- names its folder
  task_id INTEGER NOT NULL REFERENCES render_task(id) ON DELETE CASCADE,
  runner TEXT NOT NULL,
  runner_job TEXT,              -- what the runner calls it
  state INTEGER NOT NULL,       -- 0 to be started, 1 started, 2 ended
  frames TEXT NOT NULL,         -- JSON array of numbers, in the order of rendering
  node TEXT,
  created_at INTEGER NOT NULL, started_at INTEGER, ended_at INTEGER,
  startup_ms INTEGER            -- until the first frame began
);
CREATE INDEX render_chunk_task ON render_chunk(task_id);
CREATE INDEX render_chunk_open ON render_chunk(state) WHERE state < 2;

CREATE TABLE render_frame(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task_id INTEGER NOT NULL REFERENCES render_task(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  state INTEGER NOT NULL,       -- 0 pending, 1 rendering, 2 completed, 3 failed, 4 cancelled
  is_test INTEGER NOT NULL,
  chunk_id INTEGER REFERENCES render_chunk(id) ON DELETE SET NULL, -- that has it now
  failures INTEGER NOT NULL DEFAULT 0, -- attempts in a row that failed since it was last asked for
  retries INTEGER NOT NULL DEFAULT 0,  -- attempts after the first
  not_before INTEGER NOT NULL DEFAULT 0,
  output_path TEXT, output_size INTEGER, output_md5 BLOB, -- the path below the task's folder
  asset_id INTEGER REFERENCES asset(id) ON DELETE SET NULL,
  node TEXT,
  render_ms INTEGER,
  created_at INTEGER NOT NULL, started_at INTEGER, completed_at INTEGER,
  error TEXT,                   -- JSON
  UNIQUE (task_id, number)
);
CREATE INDEX render_frame_next ON render_frame(task_id, state, is_test DESC, number);

CREATE TRIGGER render_frame_counts AFTER INSERT ON render_frame BEGIN
  UPDATE render_task SET
    pending = pending + (NEW.state = 0), rendering = rendering + (NEW.state = 1), completed = completed + (NEW.state = 2),
    failed = failed + (NEW.state = 3), cancelled = cancelled + (NEW.state = 4),
    render_ms = render_ms + coalesce(NEW.render_ms, 0)
  WHERE id = NEW.task_id;
END;
CREATE TRIGGER render_frame_counts_changes AFTER UPDATE OF state, render_ms ON render_frame BEGIN
  UPDATE render_task SET
    pending = pending + (NEW.state = 0) - (OLD.state = 0), rendering = rendering + (NEW.state = 1) - (OLD.state = 1),
    completed = completed + (NEW.state = 2) - (OLD.state = 2), failed = failed + (NEW.state = 3) - (OLD.state = 3),
    cancelled = cancelled + (NEW.state = 4) - (OLD.state = 4),
    render_ms = render_ms + coalesce(NEW.render_ms, 0) - coalesce(OLD.render_ms, 0)
  WHERE id = NEW.task_id;
END;

CREATE INDEX render_frame_free ON render_frame(task_id, not_before) WHERE state = 0 AND chunk_id IS NULL;
CREATE INDEX render_frame_chunk ON render_frame(chunk_id) WHERE chunk_id IS NOT NULL;

CREATE TABLE render_attempt( -- every time that a frame was tried; the log lies in the chunk's folder
  frame_id INTEGER NOT NULL REFERENCES render_frame(id) ON DELETE CASCADE,
  chunk_id INTEGER NOT NULL REFERENCES render_chunk(id) ON DELETE CASCADE,
  state INTEGER NOT NULL,
  started_at INTEGER, ended_at INTEGER,
  log_from INTEGER NOT NULL DEFAULT 0, log_to INTEGER, -- bytes of the log that are about this frame
  error TEXT,                   -- JSON
  PRIMARY KEY (frame_id, chunk_id)
) WITHOUT ROWID;
CREATE INDEX render_attempt_chunk ON render_attempt(chunk_id);
