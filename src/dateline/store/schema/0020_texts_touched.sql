-- Articles are remembered while a store is open, too: when another text is current, or an outlet is told of otherwise.
CREATE TRIGGER touched_by_state AFTER INSERT ON states BEGIN
    INSERT INTO touched (article_id) VALUES (new.article_id);
END;
CREATE TRIGGER touched_by_state_retired AFTER UPDATE OF retired_at ON states BEGIN
    INSERT INTO touched (article_id) VALUES (old.article_id);
END;
CREATE TRIGGER touched_by_state_gone AFTER DELETE ON states BEGIN
    INSERT INTO touched (article_id) VALUES (old.article_id);
END;
CREATE TRIGGER touched_by_outlet AFTER INSERT ON outlets BEGIN
    INSERT INTO touched (article_id) VALUES (new.id);
END;
CREATE TRIGGER touched_by_outlet_told AFTER UPDATE ON outlets BEGIN
    INSERT INTO touched (article_id) VALUES (new.id);
END;
CREATE TRIGGER touched_by_outlet_gone AFTER DELETE ON outlets BEGIN
    INSERT INTO touched (article_id) VALUES (old.id);
END;
