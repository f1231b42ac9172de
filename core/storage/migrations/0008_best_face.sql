-- SPDX-FileCopyrightText: 2026 The Kinframe developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A face knows the quality of its detection, so that the best one of somebody is found without looking at all of theirs.
ALTER TABLE face ADD COLUMN quality REAL NOT NULL DEFAULT 0;
UPDATE face SET quality = (SELECT quality FROM detection WHERE id = face.detection_id);
CREATE INDEX face_best ON face(person_id, quality DESC) WHERE person_id IS NOT NULL;

CREATE TRIGGER face_quality_added AFTER INSERT ON face BEGIN
  UPDATE face SET quality = (SELECT quality FROM detection WHERE id = NEW.detection_id) WHERE id = NEW.id;
END;
CREATE TRIGGER face_quality_elsewhere AFTER UPDATE OF detection_id ON face BEGIN
  UPDATE face SET quality = (SELECT quality FROM detection WHERE id = NEW.detection_id) WHERE id = NEW.id;
END;
CREATE TRIGGER face_quality_measured AFTER UPDATE OF quality ON detection WHEN OLD.quality <> NEW.quality BEGIN
  UPDATE face SET quality = NEW.quality WHERE detection_id = NEW.id;
END;
