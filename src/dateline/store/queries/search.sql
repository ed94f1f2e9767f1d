-- name: put
INSERT INTO search_index (rowid, headline, text) VALUES (:row, :headline, :text)

-- name: find
WITH best AS (
    SELECT a.id AS article, r.row AS revision, s.recorded_at AS recorded_at,
        bm25(search_index, :headline_weight, 1.0) AS rank
    FROM search_index
    JOIN revisions r ON r.row = search_index.rowid
    JOIN states s ON s.revision_id = r.id AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at
    JOIN articles a ON a.id = s.article_id
    WHERE search_index MATCH :match
    AND (:since IS NULL OR r.published_day >= :since)
    AND (:until IS NULL OR r.published_day <= :until)
    AND (:outlets IS NULL OR a.outlet_id IN (SELECT value FROM json_each(:outlets)))
    AND (:places IS NULL OR EXISTS (
        SELECT 1 FROM revision_places p
        WHERE p.revision_id = r.id AND p.code IN (SELECT value FROM json_each(:places))
    ))
    AND (:status IS NULL OR EXISTS (
        SELECT 1 FROM revision_tags t WHERE t.revision = r.row AND instr(t.tags, ' ' || :status || ' ')
    ))
    AND (:actors IS NULL OR EXISTS (
        SELECT 1 FROM revision_tags t JOIN json_each(:actors) a ON instr(t.tags, ' ' || a.value || ' ')
        WHERE t.revision = r.row
    ))
    ORDER BY rank, a.id LIMIT :limit
)
SELECT a.id, o.body, a.body, r.body, best.recorded_at, best.rank
FROM best
JOIN articles a ON a.id = best.article
JOIN outlets o ON o.id = a.outlet_id
JOIN revisions r ON r.row = best.revision
ORDER BY best.rank, a.id

-- name: tags
SELECT s.article_id, t.tags FROM states s
JOIN revisions r ON r.id = s.revision_id
JOIN revision_tags t ON t.revision = r.row
WHERE s.article_id IN (SELECT value FROM json_each(:ids)) AND s.retired_at IS NULL

-- name: ranked
SELECT rowid, bm25(search_index, :headline_weight, 1.0) AS rank FROM search_index
WHERE search_index MATCH :match ORDER BY rank LIMIT :limit

-- name: of_rows
SELECT r.row, a.id, o.body, a.body, r.body, s.recorded_at
FROM revisions r
JOIN states s ON s.revision_id = r.id AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at
JOIN articles a ON a.id = s.article_id
JOIN outlets o ON o.id = a.outlet_id
WHERE r.row IN (SELECT value FROM json_each(:rows))

-- name: held_then
SELECT r.row, s.article_id
FROM revisions r
JOIN states s ON s.revision_id = r.id AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at
WHERE r.row IN (SELECT value FROM json_each(:rows))

-- name: current
SELECT revision, article_id FROM current_texts WHERE revision IN (SELECT value FROM json_each(:rows))

-- name: hits
SELECT count(*) FROM search_index WHERE search_index MATCH :match

-- name: texts
SELECT max(rowid) FROM search_index
