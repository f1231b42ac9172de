-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Ids that leave the program are UUIDs in blobs of 16 bytes; rows refer to each other by their row ids. Times are
-- milliseconds since 1970 UTC; `updated_at` of an asset or a person is a change stamp: unique to its transaction, ever
-- growing.

CREATE TABLE schema_migration(
  version INTEGER PRIMARY KEY, name TEXT NOT NULL, started_at INTEGER NOT NULL, finished_at INTEGER NOT NULL
);

CREATE TABLE meta(key TEXT PRIMARY KEY, value ANY) WITHOUT ROWID;
INSERT INTO meta(key, value) VALUES
  ('last_stamp', 0),
  ('epoch', lower(hex(randomblob(16)))); -- a new one after each restore: clients then start anew

CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID; -- value: JSON

-- Accounts ---------------------------------------------------------------------------------------------------------

CREATE TABLE user(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  email TEXT NOT NULL, -- in lower case
  password TEXT, -- Argon2id; NULL: no log-in with a password
  is_admin INTEGER NOT NULL DEFAULT 0,
  is_owner INTEGER NOT NULL DEFAULT 0,
  must_change_password INTEGER NOT NULL DEFAULT 0,
  avatar_color TEXT,
  preferences TEXT NOT NULL DEFAULT '{}', -- JSON, as the clients sent it
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  deleted_at INTEGER
);
CREATE UNIQUE INDEX user_owner ON user(is_owner) WHERE is_owner = 1;
CREATE UNIQUE INDEX user_email ON user(email) WHERE deleted_at IS NULL;

CREATE TABLE session(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  user_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  token_hash BLOB NOT NULL UNIQUE,
  device_type TEXT NOT NULL DEFAULT '',
  device_os TEXT NOT NULL DEFAULT '',
  app_version TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
);
CREATE INDEX session_user ON session(user_id);
CREATE INDEX session_expires ON session(expires_at);

CREATE TABLE api_key(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  user_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  key_hash BLOB NOT NULL UNIQUE,
  permissions TEXT NOT NULL DEFAULT '[]', -- JSON array; empty: all that the user may
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  last_used_at INTEGER
);
CREATE INDEX api_key_user ON api_key(user_id);

-- Jobs -------------------------------------------------------------------------------------------------------------

CREATE TABLE job(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  dedupe_key TEXT,            -- at most one job of a kind has it
  payload TEXT NOT NULL,      -- JSON
  user_id INTEGER REFERENCES user(id) ON DELETE CASCADE,
  subject BLOB,               -- UUID of what it is about
  priority INTEGER NOT NULL,  -- higher first
  state INTEGER NOT NULL,     -- 0 waiting, 1 leased, 2 failed; a finished or canceled job is deleted
  attempts INTEGER NOT NULL DEFAULT 0, -- that failed
  timeouts INTEGER NOT NULL DEFAULT 0, -- attempts that took too long, counted apart
  crashes INTEGER NOT NULL DEFAULT 0,  -- how often the program ended while the job was leased
  again INTEGER NOT NULL DEFAULT 0,    -- 1: asked for once more while it was leased
  run_at INTEGER NOT NULL,
  lease BLOB,                 -- token of who works on it
  lease_until INTEGER,
  error TEXT,                 -- JSON: the last failure
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX job_dedupe ON job(kind, dedupe_key) WHERE dedupe_key IS NOT NULL;
CREATE INDEX job_next ON job(kind, state, priority DESC, run_at, id); -- and for counts
CREATE INDEX job_leased ON job(lease_until) WHERE state = 1;
CREATE INDEX job_suspect ON job(kind) WHERE crashes > 0;
CREATE INDEX job_subject ON job(subject) WHERE subject IS NOT NULL;
CREATE INDEX job_user ON job(user_id) WHERE user_id IS NOT NULL;
CREATE TABLE job_pause(kind TEXT PRIMARY KEY) WITHOUT ROWID; -- what a person has paused; '': everything

-- Blobs and assets -------------------------------------------------------------------------------------------------

CREATE TABLE blob(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  sha1 BLOB NOT NULL CHECK (length(sha1) = 20),
  md5 BLOB NOT NULL CHECK (length(md5) = 16),
  xxh64 INTEGER NOT NULL, -- the unsigned value's bits
  size INTEGER NOT NULL,
  stored INTEGER NOT NULL DEFAULT 0, -- 1: its bytes lie in the blob store; 0: only in files indexed in place
  refs INTEGER NOT NULL DEFAULT 0,   -- assets (and later render files) over it; the triggers below keep it
  created_at INTEGER NOT NULL
);
CREATE INDEX blob_sha1 ON blob(sha1);
CREATE INDEX blob_md5 ON blob(md5);
CREATE INDEX blob_xxh64 ON blob(xxh64);
CREATE INDEX blob_unused ON blob(id) WHERE refs = 0;

-- The import sequence: an asset id keeps its place for ever, also when deleted and imported again.
CREATE TABLE asset_place(id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE);

CREATE TABLE asset(
  id INTEGER PRIMARY KEY REFERENCES asset_place(id),
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id),
  blob_id INTEGER NOT NULL REFERENCES blob(id),
  format TEXT NOT NULL,                 -- 'jpeg', 'heic', 'mp4', …
  is_video INTEGER NOT NULL,
  mime_type TEXT NOT NULL,
  file_name TEXT NOT NULL,
  size INTEGER NOT NULL,
  width INTEGER, height INTEGER,        -- upright
  orientation INTEGER NOT NULL DEFAULT 1, -- EXIF, of the stored pixels
  duration_ms INTEGER,
  created_at INTEGER NOT NULL,          -- capture time, UTC
  created_offset INTEGER,               -- minutes east of UTC where the file says
  file_created_at INTEGER, file_modified_at INTEGER,
  imported_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  state INTEGER NOT NULL DEFAULT 0,     -- 0 processing, 1 done, 2 failed
  is_ready INTEGER NOT NULL DEFAULT 0,  -- its metadata and thumbnails are there, though faces may be to come
  error TEXT,                           -- JSON: why it failed
  notice TEXT,                          -- JSON: what could not be done for it though it is done
  rating REAL,
  is_favorite INTEGER NOT NULL DEFAULT 0,
  is_archived INTEGER NOT NULL DEFAULT 0,
  is_hidden INTEGER NOT NULL DEFAULT 0, -- the video half of a live photo
  trashed_at INTEGER,
  live_video_id INTEGER REFERENCES asset(id) ON DELETE SET NULL,
  content_identifier TEXT,              -- that pairs the halves of a live photo
  latitude REAL, longitude REAL,
  task_id TEXT, frame_number INTEGER, type TEXT, model TEXT,
  device_asset_id TEXT, device_id TEXT,
  UNIQUE (owner_id, blob_id)
);
CREATE INDEX asset_created ON asset(owner_id, created_at, id);
CREATE INDEX asset_updated ON asset(owner_id, updated_at);
CREATE INDEX asset_blob ON asset(blob_id);
CREATE INDEX asset_pairing ON asset(owner_id, content_identifier) WHERE content_identifier IS NOT NULL;
CREATE INDEX asset_live_video ON asset(live_video_id) WHERE live_video_id IS NOT NULL;
CREATE INDEX asset_trashed ON asset(trashed_at) WHERE trashed_at IS NOT NULL;
CREATE INDEX asset_width ON asset(owner_id, width, created_at, id);
CREATE INDEX asset_height ON asset(owner_id, height, created_at, id);
CREATE INDEX asset_size ON asset(owner_id, size, created_at, id);
CREATE INDEX asset_rating ON asset(owner_id, rating, created_at, id) WHERE rating IS NOT NULL;
CREATE INDEX asset_task ON asset(owner_id, task_id, frame_number) WHERE task_id IS NOT NULL;

CREATE TRIGGER asset_refers AFTER INSERT ON asset BEGIN
  UPDATE blob SET refs = refs + 1 WHERE id = NEW.blob_id;
END;
CREATE TRIGGER asset_refers_elsewhere AFTER UPDATE OF blob_id ON asset WHEN OLD.blob_id <> NEW.blob_id BEGIN
  UPDATE blob SET refs = refs - 1 WHERE id = OLD.blob_id;
  UPDATE blob SET refs = refs + 1 WHERE id = NEW.blob_id;
END;
CREATE TRIGGER asset_refers_no_more AFTER DELETE ON asset BEGIN
  UPDATE blob SET refs = refs - 1 WHERE id = OLD.blob_id;
END;

-- The hashes that an asset had before its file was changed in place: they still find it.
CREATE TABLE asset_former_hash(
  owner_id INTEGER NOT NULL REFERENCES user(id), sha256 BLOB NOT NULL,
  asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
  PRIMARY KEY (owner_id, sha256)
) WITHOUT ROWID;

CREATE TABLE tombstone(
  asset_id INTEGER PRIMARY KEY REFERENCES asset_place(id),
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  deleted_at INTEGER NOT NULL -- a change stamp
);
CREATE INDEX tombstone_deleted ON tombstone(owner_id, deleted_at);

-- Folders whose files are indexed where they lie.
CREATE TABLE folder(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  is_watched INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  UNIQUE (owner_id, path)
);

CREATE TABLE file_reference(
  id INTEGER PRIMARY KEY,
  asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
  folder_id INTEGER REFERENCES folder(id) ON DELETE SET NULL,
  path TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL, -- with the size: whether the file is still the one that was hashed
  missing_since INTEGER,
  UNIQUE (asset_id, path)
);
CREATE INDEX file_reference_path ON file_reference(path);

-- Imports of files and folders of this computer, with what could not be taken.
CREATE TABLE import_run(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  paths TEXT NOT NULL,         -- JSON array
  is_in_place INTEGER NOT NULL,
  state INTEGER NOT NULL,      -- 0 running, 1 done, 2 failed, 3 canceled
  found INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  duplicates INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
);
CREATE TABLE import_failure(
  run_id INTEGER NOT NULL REFERENCES import_run(id) ON DELETE CASCADE, path TEXT NOT NULL, error TEXT NOT NULL,
  PRIMARY KEY (run_id, path)
) WITHOUT ROWID;

-- Metadata ---------------------------------------------------------------------------------------------------------

CREATE TABLE asset_exif(asset_id INTEGER PRIMARY KEY REFERENCES asset(id) ON DELETE CASCADE, json TEXT NOT NULL);
CREATE TABLE asset_sidecar(asset_id INTEGER PRIMARY KEY REFERENCES asset(id) ON DELETE CASCADE, xmp TEXT NOT NULL);
CREATE TABLE doc(id INTEGER PRIMARY KEY REFERENCES asset(id) ON DELETE CASCADE, json TEXT NOT NULL);
CREATE TABLE asset_tag(
  tag TEXT NOT NULL, asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE, PRIMARY KEY (tag, asset_id)
) WITHOUT ROWID;
CREATE INDEX asset_tag_asset ON asset_tag(asset_id);
CREATE TABLE prop_key(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE prop(
  asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
  key_id INTEGER NOT NULL REFERENCES prop_key(id),
  num, -- no affinity: integers beyond 2^53 stay what they are
  txt TEXT,
  PRIMARY KEY (asset_id, key_id)
) WITHOUT ROWID;
CREATE INDEX prop_num ON prop(key_id, num, asset_id) WHERE num IS NOT NULL;
CREATE INDEX prop_txt ON prop(key_id, txt, asset_id) WHERE txt IS NOT NULL;

-- Faces and people -------------------------------------------------------------------------------------------------
-- What is computed from bytes is kept per blob; whose face it is, per owner.

CREATE TABLE face_model(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, dimensions INTEGER NOT NULL DEFAULT 0);

CREATE TABLE blob_scan( -- that the detector has looked at a blob
  blob_id INTEGER NOT NULL REFERENCES blob(id) ON DELETE CASCADE,
  detector_id INTEGER NOT NULL REFERENCES face_model(id),
  scanned_at INTEGER NOT NULL,
  PRIMARY KEY (blob_id, detector_id)
) WITHOUT ROWID;

CREATE TABLE detection(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  blob_id INTEGER NOT NULL REFERENCES blob(id) ON DELETE CASCADE,
  detector_id INTEGER REFERENCES face_model(id), -- NULL: drawn by hand or read from the file
  owner_id INTEGER REFERENCES user(id),          -- whose drawing it is; NULL: everyone's
  x REAL NOT NULL, y REAL NOT NULL, width REAL NOT NULL, height REAL NOT NULL, -- 0..1 of the upright picture
  landmarks BLOB,              -- five points as 10 float32, 0..1
  score REAL NOT NULL,
  size_px REAL NOT NULL,       -- short side in pixels of the original
  quality REAL NOT NULL,       -- 0..1
  frame_ms INTEGER,            -- where in a video; NULL in pictures
  crop BLOB                    -- JPEG of the face in a video, whose frame nothing else keeps
);
CREATE INDEX detection_blob ON detection(blob_id);

CREATE TABLE embedding(
  detection_id INTEGER NOT NULL REFERENCES detection(id) ON DELETE CASCADE,
  model_id INTEGER NOT NULL REFERENCES face_model(id),
  vector BLOB NOT NULL, -- float32, length 1
  PRIMARY KEY (detection_id, model_id)
);

CREATE TABLE person(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  name TEXT NOT NULL DEFAULT '',
  birth_date TEXT,                    -- YYYY-MM-DD
  is_hidden INTEGER NOT NULL DEFAULT 0,
  is_favorite INTEGER NOT NULL DEFAULT 0,
  color TEXT,
  cover_face_id INTEGER,              -- chosen by hand; NULL: the best one
  merged_into INTEGER REFERENCES person(id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
);
CREATE INDEX person_owner ON person(owner_id, name);
CREATE INDEX person_merged ON person(merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE face(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  asset_id INTEGER NOT NULL REFERENCES asset(id) ON DELETE CASCADE,
  detection_id INTEGER NOT NULL REFERENCES detection(id),
  person_id INTEGER REFERENCES person(id),
  is_confirmed INTEGER NOT NULL DEFAULT 0, -- a person said so: recognition leaves it
  is_dismissed INTEGER NOT NULL DEFAULT 0, -- "not a face", or deleted by hand
  similarity REAL,                         -- to the person when it was matched; NULL: first of its group or by hand
  UNIQUE (asset_id, detection_id)
);
CREATE INDEX face_person ON face(person_id, asset_id) WHERE person_id IS NOT NULL;
CREATE INDEX face_asset ON face(asset_id);
CREATE INDEX face_detection ON face(detection_id);

-- What a person has ruled out. It is never offered or matched again.
CREATE TABLE face_rejection(
  face_id INTEGER NOT NULL REFERENCES face(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  PRIMARY KEY (face_id, person_id)
) WITHOUT ROWID;
CREATE INDEX face_rejection_person ON face_rejection(person_id);
CREATE TABLE person_distinct( -- two people who are not the same; low < high
  low INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  high INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  PRIMARY KEY (low, high), CHECK (low < high)
) WITHOUT ROWID;

CREATE TABLE suggestion( -- "same person?": a face that may be of a person, or two people who may be one
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  face_id INTEGER REFERENCES face(id) ON DELETE CASCADE,
  other_person_id INTEGER REFERENCES person(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  similarity REAL NOT NULL,
  created_at INTEGER NOT NULL,
  CHECK ((face_id IS NULL) <> (other_person_id IS NULL))
);
CREATE UNIQUE INDEX suggestion_face ON suggestion(face_id, person_id) WHERE face_id IS NOT NULL;
CREATE UNIQUE INDEX suggestion_people ON suggestion(other_person_id, person_id) WHERE other_person_id IS NOT NULL;
CREATE INDEX suggestion_owner ON suggestion(owner_id, similarity DESC);

CREATE TABLE history( -- what people did, with what undoes it
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid BLOB NOT NULL UNIQUE,
  user_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  facts TEXT NOT NULL, -- JSON: names and ids for the sentence
  undo TEXT NOT NULL,  -- JSON: the former state
  redo TEXT,           -- JSON: the state that was undone
  undone_at INTEGER
);
CREATE INDEX history_user ON history(user_id, id DESC);
CREATE TABLE history_person( -- whom an act was about: they stay, so that it can be undone
  history_id INTEGER NOT NULL REFERENCES history(id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
  PRIMARY KEY (history_id, person_id)
) WITHOUT ROWID;
CREATE INDEX history_person_person ON history_person(person_id);
