-- name: standing
SELECT 1 FROM decisions WHERE id = :id AND undone_at IS NULL

-- name: put
INSERT INTO decisions (id, kind, at, body) VALUES (:id, :kind, :at, :body)

-- name: last
SELECT row, kind, body FROM decisions
WHERE undone_at IS NULL AND (:id IS NULL OR id = :id)
ORDER BY at DESC, row DESC LIMIT 1

-- name: undo
UPDATE decisions SET undone_at = max(at, :at), undone_by = :by WHERE row = :row

-- name: all
SELECT kind, body FROM decisions
WHERE at <= :at AND coalesce(undone_at, '~') > :at
ORDER BY at, row

-- name: every
SELECT row, kind, body FROM decisions ORDER BY row
