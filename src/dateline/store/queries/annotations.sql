-- name: drop_layers
DELETE FROM layers WHERE revision_id = :revision

-- name: drop_places
DELETE FROM revision_places WHERE revision_id = :revision

-- name: drop_annotated
DELETE FROM annotated WHERE revision_id = :revision

-- name: put_layer
INSERT INTO layers (revision_id, name, kind, body) VALUES (:revision, :name, :kind, :body)

-- name: put_place
INSERT INTO revision_places (code, revision_id) VALUES (:code, :revision) ON CONFLICT DO NOTHING

-- name: put_annotated
INSERT INTO annotated (revision_id, producers, at) VALUES (:revision, :producers, :at)

-- name: revision
SELECT r.article_id, s.row IS NOT NULL
FROM revisions r LEFT JOIN states s ON s.revision_id = r.id AND s.retired_at IS NULL
WHERE r.id = :revision

-- name: layer
SELECT kind, body FROM layers WHERE revision_id = :revision AND name = :name

-- name: pending
SELECT s.revision_id FROM states s LEFT JOIN annotated a ON a.revision_id = s.revision_id
WHERE s.retired_at IS NULL AND a.revision_id IS NULL
ORDER BY s.revision_id

-- name: stale
SELECT s.revision_id FROM states s JOIN annotated a ON a.revision_id = s.revision_id
WHERE s.retired_at IS NULL AND a.producers <> :producers
ORDER BY s.revision_id

-- name: stale_among
SELECT a.revision_id FROM annotated a JOIN states s ON s.revision_id = a.revision_id AND s.retired_at IS NULL
WHERE a.revision_id IN (SELECT value FROM json_each(:ids)) AND a.producers <> :producers
ORDER BY a.revision_id

-- name: producers
SELECT a.producers, count(*) FROM states s JOIN annotated a ON a.revision_id = s.revision_id
WHERE s.retired_at IS NULL
GROUP BY a.producers ORDER BY a.producers

-- name: put_tags
INSERT INTO revision_tags (revision, tags) SELECT row, :tags FROM revisions WHERE id = :revision
ON CONFLICT (revision) DO UPDATE SET tags = excluded.tags
