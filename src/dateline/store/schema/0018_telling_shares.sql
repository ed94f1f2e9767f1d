-- What articles give to matters: nearly all give nothing, and are not read. And of which matters, in which form, every
-- article was looked at but for those that wait: their shares need not be held against the states of all articles.
CREATE INDEX shares_telling ON matter_shares (matter, article_id)
WHERE instr(body, CAST('"claims":[]' AS BLOB)) = 0;
CREATE TABLE matters_complete (
    matter TEXT PRIMARY KEY,
    seal TEXT NOT NULL
) WITHOUT ROWID;
