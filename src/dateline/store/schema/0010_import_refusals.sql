-- What bulk imports could not take, in the order in which it came, until the import is begun anew.

CREATE TABLE import_refusals (
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL REFERENCES imports (name) ON DELETE CASCADE,
    body BLOB NOT NULL
);
CREATE INDEX refusals_of_import ON import_refusals (name);
