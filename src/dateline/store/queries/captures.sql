-- name: stale
SELECT a.id, c.id, c.url, c.fetched_at, c.digest, c.media_type, c.reader, k.content, k.packed
FROM articles a
JOIN states s ON s.article_id = a.id AND s.retired_at IS NULL
JOIN revisions r ON r.id = s.revision_id
JOIN captures c ON c.row = (
    SELECT c2.row FROM came_as ca JOIN captures c2 ON c2.row = ca.capture
    WHERE ca.revision = r.row ORDER BY c2.fetched_at DESC, c2.id DESC LIMIT 1
)
JOIN contents k ON k.digest = c.digest
WHERE a.id > :after AND c.reader <> :reader AND c.media_type = :media_type
ORDER BY a.id LIMIT :count

-- name: count_stale
SELECT count(*) FROM states s
JOIN revisions r ON r.id = s.revision_id
JOIN captures c ON c.row = (
    SELECT c2.row FROM came_as ca JOIN captures c2 ON c2.row = ca.capture
    WHERE ca.revision = r.row ORDER BY c2.fetched_at DESC, c2.id DESC LIMIT 1
)
WHERE s.retired_at IS NULL AND c.reader <> :reader AND c.media_type = :media_type
AND EXISTS (SELECT 1 FROM contents k WHERE k.digest = c.digest)

-- name: read_by
UPDATE captures SET reader = :reader WHERE id = :id

-- name: used
SELECT (p.page_count - f.freelist_count) * s.page_size
FROM pragma_page_count p, pragma_freelist_count f, pragma_page_size s

-- name: captured
SELECT coalesce(sum(length(content)), 0), count(*) FROM contents

-- name: oldest
SELECT c.fetched_at, c.digest, length(k.content) FROM captures c JOIN contents k ON k.digest = c.digest
ORDER BY c.fetched_at, c.row LIMIT :count

-- name: drop_content
DELETE FROM contents WHERE digest = :digest

-- name: put_import
INSERT INTO imports (name, body) VALUES (:name, :body) ON CONFLICT (name) DO UPDATE SET body = excluded.body

-- name: import
SELECT body FROM imports WHERE name = :name

-- name: put_refusal
INSERT INTO import_refusals (name, body) VALUES (:name, :body)

-- name: drop_refusals
DELETE FROM import_refusals WHERE name = :name

-- name: refusals
SELECT body FROM import_refusals WHERE name = :name ORDER BY row

-- name: imports
SELECT body FROM imports ORDER BY name
