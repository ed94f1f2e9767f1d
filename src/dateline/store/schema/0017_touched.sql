-- The articles of which something changed that is remembered while a store is open (gist, weights of words, copies), in
-- the order of the changes. Only the latest are kept: who has missed some forgets all.
CREATE TABLE touched (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id TEXT NOT NULL
);
CREATE TRIGGER touched_trimmed AFTER INSERT ON touched BEGIN
    DELETE FROM touched WHERE seq <= new.seq - 10000;
END;

CREATE TRIGGER touched_by_gist AFTER INSERT ON gists BEGIN
    INSERT INTO touched (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER touched_by_gist_gone AFTER DELETE ON gists BEGIN
    INSERT INTO touched (article_id) VALUES (old.article_id);
END;

CREATE TRIGGER touched_by_weights AFTER INSERT ON story_weights BEGIN
    INSERT INTO touched (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER touched_by_other_weights AFTER UPDATE ON story_weights BEGIN
    INSERT INTO touched (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER touched_by_weights_gone AFTER DELETE ON story_weights BEGIN
    INSERT INTO touched (article_id) VALUES (old.article_id);
END;

-- Relations of claims are many, and nobody remembers them.
CREATE TRIGGER touched_by_relation AFTER INSERT ON relations WHEN new.a LIKE 'article-%' BEGIN
    INSERT INTO touched (article_id) VALUES (new.a), (new.b);
END;
CREATE TRIGGER touched_by_relation_retired AFTER UPDATE OF retired_at ON relations WHEN old.a LIKE 'article-%' BEGIN
    INSERT INTO touched (article_id) VALUES (old.a), (old.b);
END;
CREATE TRIGGER touched_by_relation_gone AFTER DELETE ON relations WHEN old.a LIKE 'article-%' BEGIN
    INSERT INTO touched (article_id) VALUES (old.a), (old.b);
END;
