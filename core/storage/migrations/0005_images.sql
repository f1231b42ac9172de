-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Queries over images. A row of `prop` is a number (no text), a text (no number) or a boolean (1 or 0, and its word):
-- each kind has an index of its own, so that a query for one never reads the others.
DROP INDEX prop_num;
DROP INDEX prop_txt;
CREATE INDEX prop_num ON prop(key_id, num, asset_id) WHERE num IS NOT NULL AND txt IS NULL;
CREATE INDEX prop_txt ON prop(key_id, txt, asset_id) WHERE txt IS NOT NULL AND num IS NULL;
CREATE INDEX prop_flag ON prop(key_id, num, asset_id) WHERE num IS NOT NULL AND txt IS NOT NULL;

-- Over all rows, for the order by rating has those without one too.
DROP INDEX asset_rating;
CREATE INDEX asset_rating ON asset(owner_id, rating, created_at, id);
CREATE INDEX asset_model ON asset(owner_id, model, created_at, id) WHERE model IS NOT NULL;

-- With the rating: what filters ask for most is then read without touching the rows.
DROP INDEX asset_timeline;
CREATE INDEX asset_timeline ON asset(
  owner_id, created_at, id, trashed_at, is_hidden, is_archived, is_favorite, is_video, created_offset, width, height,
  rating);
