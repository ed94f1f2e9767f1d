-- name: outlet
SELECT body FROM outlets WHERE id = :id

-- name: outlets
SELECT id, body FROM outlets ORDER BY id

-- name: put_outlet
INSERT INTO outlets (id, body) VALUES (:id, :body) ON CONFLICT (id) DO UPDATE SET body = excluded.body

-- name: put_article
INSERT INTO articles (id, outlet_id, body) VALUES (:id, :outlet, :body) ON CONFLICT DO NOTHING

-- name: revision_row
SELECT row FROM revisions WHERE id = :id

-- name: put_revision
INSERT INTO revisions (id, article_id, published_day, body) VALUES (:id, :article, :day, :body)

-- name: current
SELECT row, revision_id, recorded_at FROM states WHERE article_id = :article AND retired_at IS NULL

-- name: retire_state
UPDATE states SET retired_at = max(recorded_at, :at) WHERE row = :row

-- name: put_state
INSERT INTO states (article_id, revision_id, recorded_at) VALUES (:article, :revision, :at)

-- name: held
SELECT a.id, o.body, a.body, r.body, s.recorded_at
FROM states s
JOIN articles a ON a.id = s.article_id
JOIN outlets o ON o.id = a.outlet_id
JOIN revisions r ON r.id = s.revision_id
WHERE s.article_id = :article AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at

-- name: held_states
SELECT a.id, o.body, a.body, r.body, s.recorded_at
FROM states s
JOIN articles a ON a.id = s.article_id
JOIN outlets o ON o.id = a.outlet_id
JOIN revisions r ON r.id = s.revision_id
WHERE s.article_id = :article
ORDER BY s.row

-- name: held_revision
SELECT a.id, o.body, a.body, r.body, s.recorded_at
FROM states s
JOIN articles a ON a.id = s.article_id
JOIN outlets o ON o.id = a.outlet_id
JOIN revisions r ON r.id = s.revision_id
WHERE s.revision_id = :revision
ORDER BY s.row LIMIT 1

-- name: all
SELECT a.id, o.body, a.body, r.body, s.recorded_at
FROM articles a
JOIN states s ON s.article_id = a.id AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at
JOIN outlets o ON o.id = a.outlet_id
JOIN revisions r ON r.id = s.revision_id
WHERE a.id > :after
ORDER BY a.id LIMIT :count

-- name: seen_capture
SELECT 1 FROM revisions r JOIN came_as ca ON ca.revision = r.row JOIN captures c ON c.row = ca.capture
WHERE r.id = :revision AND c.url = :url AND c.digest = :digest

-- name: put_content
INSERT INTO contents (digest, content, packed)
SELECT :digest, :content, :packed WHERE NOT EXISTS (SELECT 1 FROM withheld WHERE digest = :digest)
ON CONFLICT DO NOTHING

-- name: put_capture
INSERT INTO captures (id, url, fetched_at, digest, media_type, reader)
VALUES (:id, :url, :fetched_at, :digest, :media_type, :reader)
ON CONFLICT (id) DO UPDATE SET reader = excluded.reader WHERE excluded.reader <> ''

-- name: put_came_as
INSERT INTO came_as (revision, capture)
VALUES ((SELECT row FROM revisions WHERE id = :revision), (SELECT row FROM captures WHERE id = :id))
ON CONFLICT DO NOTHING

-- name: captures
SELECT DISTINCT c.id, c.url, c.fetched_at, c.digest, c.media_type, c.reader, k.content, k.packed
FROM revisions r
JOIN came_as ca ON ca.revision = r.row
JOIN captures c ON c.row = ca.capture
LEFT JOIN contents k ON k.digest = c.digest
WHERE r.article_id = :article
ORDER BY c.fetched_at, c.id

-- name: tombstone
SELECT article_id, at, by, why FROM tombstones WHERE article_id = :article

-- name: tombstones
SELECT article_id, at, by, why FROM tombstones ORDER BY article_id

-- name: ids
SELECT id FROM (
    SELECT id FROM articles WHERE id >= :low AND id < :high
    UNION SELECT article_id FROM tombstones WHERE article_id >= :low AND article_id < :high
    UNION SELECT id FROM outlets WHERE id >= :low AND id < :high
    UNION SELECT id FROM revisions WHERE id >= :low AND id < :high
    UNION SELECT id FROM captures WHERE id >= :low AND id < :high
    UNION SELECT id FROM claims WHERE id >= :low AND id < :high
    UNION SELECT id FROM events WHERE id >= :low AND id < :high
    UNION SELECT id FROM relations WHERE id >= :low AND id < :high
    UNION SELECT id FROM decisions WHERE id >= :low AND id < :high
) ORDER BY id LIMIT :limit

-- name: first_row
SELECT min(row) FROM revisions WHERE article_id = :article

-- name: drop_keys
DELETE FROM copy_keys WHERE article = :row

-- name: drop_recent_keys
DELETE FROM recent_copy_keys WHERE article = :row

-- name: put_key
INSERT INTO recent_copy_keys (key, article) VALUES (:key, :row)

-- name: first_recent
SELECT min(article) FROM recent_copy_keys

-- name: move_recent_keys
INSERT INTO copy_keys (key, article) SELECT key, article FROM recent_copy_keys ORDER BY key, article

-- name: clear_recent_keys
DELETE FROM recent_copy_keys

-- name: with_keys
WITH sharing AS (
    SELECT article FROM copy_keys WHERE key IN (SELECT value FROM json_each(:keys))
    UNION ALL SELECT article FROM recent_copy_keys WHERE key IN (SELECT value FROM json_each(:keys))
),
counted AS (SELECT article, count(*) AS shared FROM sharing GROUP BY article)
SELECT r.article_id FROM counted c JOIN revisions r ON r.row = c.article
ORDER BY c.shared DESC, r.article_id LIMIT :limit
