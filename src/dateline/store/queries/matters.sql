-- name: current
SELECT row, body FROM matters WHERE id = :id AND retired_at IS NULL

-- name: bearer
SELECT id FROM matters WHERE name = :name AND retired_at IS NULL

-- name: last_retired
SELECT max(retired_at) FROM matters WHERE id = :id

-- name: retire
UPDATE matters SET retired_at = max(recorded_at, :at) WHERE id = :id AND retired_at IS NULL

-- name: put
INSERT INTO matters (id, name, recorded_at, body) VALUES (:id, :name, :at, :body)

-- name: named
SELECT body FROM matters
WHERE (name = :name OR id = :name) AND recorded_at <= :at AND coalesce(retired_at, '~') > :at

-- name: all
SELECT body FROM matters WHERE recorded_at <= :at AND coalesce(retired_at, '~') > :at ORDER BY name, id

-- name: put_edit
INSERT INTO matter_edits (id, matter, article_id, at, body) VALUES (:id, :matter, :article, :at, :body)
ON CONFLICT (id) DO NOTHING

-- name: last_edit
SELECT row, body FROM matter_edits
WHERE matter = :matter AND undone_at IS NULL AND (:id IS NULL OR id = :id)
ORDER BY at DESC, row DESC LIMIT 1

-- name: undo_edit
UPDATE matter_edits SET undone_at = max(at, :at) WHERE row = :row

-- name: edits
SELECT body FROM matter_edits
WHERE matter = :matter AND at <= :at AND coalesce(undone_at, '~') > :at
ORDER BY at, row

-- name: states
SELECT s.article_id, s.revision_id || ' ' || a.at || CASE WHEN a.at > :at THEN ' as of ' || :at ELSE '' END
FROM states s JOIN annotated a ON a.revision_id = s.revision_id
WHERE s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at

-- name: put_share
INSERT INTO matter_shares (matter, article_id, body) VALUES (:matter, :article, :body)
ON CONFLICT (matter, article_id) DO UPDATE SET body = excluded.body

-- name: shares
SELECT body FROM matter_shares WHERE matter = :matter ORDER BY article_id

-- name: telling
SELECT body FROM matter_shares
WHERE matter = :matter AND instr(body, CAST('"claims":[]' AS BLOB)) = 0 ORDER BY article_id

-- name: complete
INSERT INTO matters_complete (matter, seal) VALUES (:matter, :seal)
ON CONFLICT (matter) DO UPDATE SET seal = excluded.seal

-- name: completed
SELECT seal FROM matters_complete WHERE matter = :matter

-- name: share_keys
SELECT article_id, json_extract(CAST(body AS TEXT), '$.key') FROM matter_shares WHERE matter = :matter

-- name: share_keys_of
SELECT article_id, json_extract(CAST(body AS TEXT), '$.key') FROM matter_shares
WHERE matter = :matter AND article_id IN (SELECT value FROM json_each(:ids))

-- name: states_of
SELECT s.article_id, s.revision_id || ' ' || a.at || CASE WHEN a.at > :at THEN ' as of ' || :at ELSE '' END
FROM states s JOIN annotated a ON a.revision_id = s.revision_id
WHERE s.article_id IN (SELECT value FROM json_each(:ids))
AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at

-- name: waiting
SELECT article_id FROM matter_waiting ORDER BY article_id

-- name: looked_at
DELETE FROM matter_waiting WHERE article_id IN (SELECT value FROM json_each(:ids))
