-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Queries over images that somebody keeps under a name, as they were written.
CREATE TABLE saved_search(
  id INTEGER PRIMARY KEY,
  uuid BLOB NOT NULL UNIQUE,
  owner_id INTEGER NOT NULL REFERENCES user(id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  filter TEXT NOT NULL,       -- OData or the short form
  words TEXT NOT NULL,        -- as of $search
  sort TEXT NOT NULL          -- as of $orderby
);
CREATE UNIQUE INDEX saved_search_name ON saved_search(owner_id, name);
