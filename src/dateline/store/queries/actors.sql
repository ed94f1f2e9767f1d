-- name: put_edit
INSERT INTO actor_edits (id, at, body) VALUES (:id, :at, :body) ON CONFLICT (id) DO NOTHING

-- name: edits
SELECT body FROM actor_edits ORDER BY at, row
