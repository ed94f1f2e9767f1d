-- name: is_current
SELECT 1 FROM states WHERE article_id = :article AND revision_id = :revision AND retired_at IS NULL

-- name: drop
DELETE FROM gists WHERE article_id = :article

-- name: drop_all
DELETE FROM gists

-- name: all_wait
INSERT INTO gist_waiting (article_id) SELECT article_id FROM states WHERE retired_at IS NULL ON CONFLICT DO NOTHING

-- name: put
INSERT INTO gists (article_id, revision_id, outlet_id, language, about, day, body)
VALUES (:article, :revision, :outlet, :language, :about, :day, :body)

-- name: put_whole
INSERT INTO gist_bodies (article_id, body) VALUES (:article, :body)

-- name: put_land
INSERT INTO gist_lands (country, about, day, article_id) VALUES (:country, :about, :day, :article)

-- name: done
DELETE FROM gist_waiting WHERE article_id = :article

-- name: outlines
SELECT article_id, body FROM gists WHERE article_id IN (SELECT value FROM json_each(:ids))

-- name: get
SELECT article_id, body FROM gist_bodies WHERE article_id IN (SELECT value FROM json_each(:ids)) ORDER BY article_id

-- name: waiting
SELECT w.article_id FROM gist_waiting w
JOIN states s ON s.article_id = w.article_id AND s.retired_at IS NULL
JOIN revisions r ON r.id = s.revision_id
ORDER BY coalesce(r.published_day, '') DESC, w.article_id LIMIT :limit

-- name: tallies
SELECT outlet_id, language, about, count(*), max(day) FROM gists INDEXED BY gists_counted
GROUP BY outlet_id, language, about ORDER BY outlet_id, language, about

-- name: land_tallies
SELECT country, about, count(*), max(day) FROM gist_lands GROUP BY country, about ORDER BY country, about
