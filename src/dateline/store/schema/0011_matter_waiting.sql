-- Articles that dossiers have to look at (again): finding them must not cost more as the store grows.

CREATE TABLE matter_waiting (
    article_id TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE TRIGGER matter_wanted_by_marks AFTER INSERT ON annotated BEGIN
    INSERT INTO matter_waiting (article_id) SELECT article_id FROM revisions WHERE id = new.revision_id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER matter_wanted_by_state AFTER INSERT ON states BEGIN
    INSERT INTO matter_waiting (article_id) VALUES (new.article_id) ON CONFLICT DO NOTHING;
END;
