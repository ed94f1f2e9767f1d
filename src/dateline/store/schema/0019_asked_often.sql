-- What pages ask for again and again, in few pages of the file, and what of it changed.

-- The rows of current texts with their articles: what a search finds is looked up here, many texts at once.
CREATE TABLE current_texts (
    revision INTEGER PRIMARY KEY REFERENCES revisions (row),
    article_id TEXT NOT NULL
);
INSERT INTO current_texts (revision, article_id)
SELECT r.row, s.article_id FROM states s JOIN revisions r ON r.id = s.revision_id
WHERE s.retired_at IS NULL ORDER BY r.row;
CREATE TRIGGER text_current AFTER INSERT ON states WHEN new.retired_at IS NULL BEGIN
    INSERT INTO current_texts (revision, article_id) SELECT row, new.article_id FROM revisions WHERE id = new.revision_id;
END;
CREATE TRIGGER text_past AFTER UPDATE OF retired_at ON states WHEN new.retired_at IS NOT NULL BEGIN
    DELETE FROM current_texts WHERE revision = (SELECT row FROM revisions WHERE id = old.revision_id);
END;
CREATE TRIGGER text_gone AFTER DELETE ON states WHEN old.retired_at IS NULL BEGIN
    DELETE FROM current_texts WHERE revision = (SELECT row FROM revisions WHERE id = old.revision_id);
END;

-- All that is asked of the acts between two parties stands in the index.
DROP INDEX acts_of_pair;
CREATE INDEX acts_of_pair ON acts (actor, recipient, day, id, type, published_day, article_id);

-- Claims, the happenings that they stand in, where they differ, and acts are remembered while a store is open, too. What
-- is named as touched may be an article, a claim, or two parties ("acts ONE OTHER"); one article touches some hundred.
DROP TRIGGER touched_trimmed;
CREATE TRIGGER touched_trimmed AFTER INSERT ON touched BEGIN
    DELETE FROM touched WHERE seq <= new.seq - 50000;
END;

CREATE TRIGGER touched_by_claim AFTER INSERT ON claims BEGIN
    INSERT INTO touched (article_id) VALUES (new.id);
END;
CREATE TRIGGER touched_by_claim_retired AFTER UPDATE OF retired_at ON claims BEGIN
    INSERT INTO touched (article_id) VALUES (old.id);
END;
CREATE TRIGGER touched_by_claim_gone AFTER DELETE ON claims BEGIN
    INSERT INTO touched (article_id) VALUES (old.id);
END;

CREATE TRIGGER touched_by_happening AFTER INSERT ON event_claims BEGIN
    INSERT INTO touched (article_id) VALUES (new.claim_id);
END;
CREATE TRIGGER touched_by_happening_retired AFTER UPDATE OF retired_at ON events BEGIN
    INSERT INTO touched (article_id) SELECT claim_id FROM event_claims WHERE event = old.row;
END;
CREATE TRIGGER touched_by_happening_gone AFTER DELETE ON event_claims BEGIN
    INSERT INTO touched (article_id) VALUES (old.claim_id);
END;

CREATE TRIGGER touched_by_difference AFTER INSERT ON differences BEGIN
    INSERT INTO touched (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER touched_by_difference_gone AFTER DELETE ON differences BEGIN
    INSERT INTO touched (article_id) VALUES (old.article_id);
END;

CREATE TRIGGER touched_by_act AFTER INSERT ON acts BEGIN
    INSERT INTO touched (article_id) VALUES ('acts ' || new.actor || ' ' || new.recipient);
END;
CREATE TRIGGER touched_by_act_gone AFTER DELETE ON acts BEGIN
    INSERT INTO touched (article_id) VALUES ('acts ' || old.actor || ' ' || old.recipient);
END;
