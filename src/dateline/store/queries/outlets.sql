-- name: put_edit
INSERT INTO outlet_edits (id, outlet_id, at, body) VALUES (:id, :outlet, :at, :body) ON CONFLICT (id) DO NOTHING

-- name: edits
SELECT body FROM outlet_edits WHERE :outlet IS NULL OR outlet_id = :outlet ORDER BY at, row
