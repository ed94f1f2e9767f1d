-- name: waiting
SELECT w.article_id FROM story_waiting w
JOIN states s ON s.article_id = w.article_id AND s.retired_at IS NULL
JOIN revisions r ON r.id = s.revision_id
LEFT JOIN story_profiles p ON p.article_id = w.article_id
WHERE p.revision_id IS NULL OR p.revision_id <> s.revision_id
ORDER BY coalesce(r.published_day, '9999'), w.article_id

-- name: placed
DELETE FROM story_waiting WHERE article_id = :article

-- name: put_profile
INSERT INTO story_profiles (article_id, revision_id, placed_at, body) VALUES (:article, :revision, :at, :body)
ON CONFLICT (article_id) DO UPDATE SET revision_id = excluded.revision_id, body = excluded.body

-- name: put_weights
INSERT INTO story_weights (article_id, body) VALUES (:article, :body)
ON CONFLICT (article_id) DO UPDATE SET body = excluded.body

-- name: weights
SELECT article_id, body FROM story_weights WHERE article_id IN (SELECT value FROM json_each(:ids)) ORDER BY article_id

-- name: drop_keys
DELETE FROM story_keys WHERE article_id = :article

-- name: put_key
INSERT INTO story_keys (key, day, article_id) VALUES (:key, :day, :article) ON CONFLICT DO NOTHING

-- name: profiles
SELECT article_id, placed_at, body FROM story_profiles
WHERE article_id IN (SELECT value FROM json_each(:ids)) ORDER BY article_id

-- name: around
SELECT
    (SELECT json_group_array(article_id) FROM (
        SELECT article_id FROM story_keys WHERE key = k.value AND day <= :day
        ORDER BY day DESC, article_id DESC LIMIT :count
    )),
    (SELECT json_group_array(article_id) FROM (
        SELECT article_id FROM story_keys WHERE key = k.value AND day <= :undated
        ORDER BY day DESC, article_id DESC LIMIT :count
    )),
    (SELECT json_group_array(article_id) FROM (
        SELECT article_id FROM story_keys WHERE key = k.value AND day > :day ORDER BY day, article_id LIMIT :ahead
    ))
FROM json_each(:keys) k

-- name: current
SELECT row, body FROM stories WHERE id = :id AND retired_at IS NULL

-- name: last_retired
SELECT max(retired_at) FROM stories WHERE id = :id

-- name: retire
UPDATE stories SET retired_at = max(recorded_at, :at) WHERE id = :id AND retired_at IS NULL

-- name: put
INSERT INTO stories (id, last_day, recorded_at, body) VALUES (:id, :day, :at, :body)

-- name: put_article
INSERT INTO story_articles (article_id, story) VALUES (:article, :story) ON CONFLICT DO NOTHING

-- name: get
SELECT body FROM stories WHERE id = :id AND recorded_at <= :at AND coalesce(retired_at, '~') > :at

-- name: minted
SELECT 1 FROM stories WHERE id = :id

-- name: of_articles
SELECT DISTINCT s.id, s.body FROM story_articles a JOIN stories s ON s.row = a.story
WHERE a.article_id IN (SELECT value FROM json_each(:ids))
AND s.recorded_at <= :at AND coalesce(s.retired_at, '~') > :at
ORDER BY s.id

-- name: all
SELECT id, body FROM stories
WHERE id > :after AND recorded_at <= :at AND coalesce(retired_at, '~') > :at
ORDER BY id LIMIT :count

-- name: latest
SELECT body FROM stories INDEXED BY stories_by_day WHERE retired_at IS NULL AND last_day <= :until AND last_day >= :since
ORDER BY last_day DESC, id DESC LIMIT :count

-- name: put_redirect
INSERT INTO story_redirects (story_id, body) VALUES (:story, :body)
ON CONFLICT (story_id) DO UPDATE SET body = excluded.body

-- name: drop_redirect
DELETE FROM story_redirects WHERE story_id = :story

-- name: redirect
SELECT body FROM story_redirects WHERE story_id = :story

-- name: resolve
SELECT DISTINCT id FROM stories WHERE id >= :prefix AND id < :prefix || '~' ORDER BY id LIMIT 20

-- name: put_edit
INSERT INTO story_edits (id, body) VALUES (:id, :body) ON CONFLICT (id) DO NOTHING

-- name: last_edit
SELECT row, body FROM story_edits WHERE undone_at IS NULL AND (:id IS NULL OR id = :id) ORDER BY row DESC LIMIT 1

-- name: undo_edit
UPDATE story_edits SET undone_at = :at WHERE row = :row

-- name: edits
SELECT body FROM story_edits WHERE undone_at IS NULL ORDER BY row

-- name: busiest
SELECT body FROM stories INDEXED BY stories_by_day WHERE retired_at IS NULL AND last_day >= :since AND last_day <= :until
ORDER BY json_array_length(body, '$.articles') DESC, last_day DESC, id LIMIT :count
