-- What one party did to another on a day: drawn from the codings of claims that are held now. Days are ISO text.
CREATE TABLE acts (
    claim INTEGER PRIMARY KEY REFERENCES claims (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    article_id TEXT NOT NULL,
    day TEXT NOT NULL,
    published_day TEXT NOT NULL,
    type TEXT NOT NULL,
    actor TEXT NOT NULL,
    recipient TEXT NOT NULL
);
CREATE INDEX acts_by_day ON acts (day, actor, recipient, type, published_day);
CREATE INDEX acts_of_pair ON acts (actor, recipient, day);
CREATE TRIGGER act_retired AFTER UPDATE OF retired_at ON claims WHEN new.retired_at IS NOT NULL BEGIN
    DELETE FROM acts WHERE claim = new.row;
END;
