-- name: put
INSERT INTO reader_marks (by, kept, thing, at, body) VALUES (:by, :kept, :thing, :at, :body)
ON CONFLICT (by, kept, thing) DO UPDATE SET at = excluded.at, body = excluded.body

-- name: drop
DELETE FROM reader_marks WHERE by = :by AND kept = :kept AND thing = :thing

-- name: of
SELECT body FROM reader_marks WHERE by = :by AND kept = :kept ORDER BY at DESC, thing

-- name: among
SELECT body FROM reader_marks
WHERE by = :by AND kept = :kept AND thing IN (SELECT value FROM json_each(:things)) ORDER BY at DESC, thing
