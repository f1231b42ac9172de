-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The order by name, and files found by it.
CREATE INDEX asset_file_name ON asset(owner_id, file_name, created_at, id);
