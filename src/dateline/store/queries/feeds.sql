-- name: put
INSERT INTO feeds (id, state, body) VALUES (:id, :state, :body)
ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body

-- name: get
SELECT body FROM feeds WHERE id = :id

-- name: all
SELECT body FROM feeds ORDER BY id

-- name: remove
DELETE FROM feeds WHERE id = :id RETURNING id

-- name: put_health
INSERT INTO feed_health (feed_id, due_at, body) VALUES (:id, :due, :body)
ON CONFLICT (feed_id) DO UPDATE SET due_at = excluded.due_at, body = excluded.body

-- name: health
SELECT body FROM feed_health WHERE feed_id = :id

-- name: due
SELECT f.body FROM feeds f LEFT JOIN feed_health h ON h.feed_id = f.id
WHERE f.state = 'active' AND coalesce(h.due_at, '') <= :now
ORDER BY coalesce(h.due_at, ''), f.id

-- name: next_due
SELECT min(coalesce(h.due_at, '')) FROM feeds f LEFT JOIN feed_health h ON h.feed_id = f.id WHERE f.state = 'active'

-- name: put_entry
INSERT INTO feed_entries (feed_id, key, state, seen_at, retry_at, article_id, body)
VALUES (:feed, :key, :state, :seen, :retry, :article, :body)
ON CONFLICT (feed_id, key) DO UPDATE SET
    state = excluded.state, seen_at = excluded.seen_at, retry_at = excluded.retry_at,
    article_id = excluded.article_id, body = excluded.body

-- name: entries
SELECT body FROM feed_entries WHERE feed_id = :feed ORDER BY key

-- name: some_entries
SELECT body FROM feed_entries WHERE feed_id = :feed AND key IN (SELECT value FROM json_each(:keys)) ORDER BY key

-- name: with_key
SELECT body FROM feed_entries WHERE key = :key ORDER BY feed_id

-- name: to_take
SELECT body FROM feed_entries
WHERE state <> 'held' AND state IN ('waiting', 'failed') AND retry_at <= :now
ORDER BY seen_at, feed_id, key LIMIT :limit

-- name: to_look_again
SELECT body FROM feed_entries
WHERE state = 'held' AND retry_at <> '' AND retry_at <= :now
ORDER BY seen_at DESC, feed_id, key LIMIT :limit

-- name: next_retry
SELECT min(retry_at) FROM feed_entries WHERE state <> 'held' AND state = 'failed'

-- name: failed
SELECT body FROM feed_entries WHERE state <> 'held' AND state IN ('failed', 'left')
ORDER BY seen_at DESC, feed_id, key

-- name: put_host
INSERT INTO hosts (name, body) VALUES (:name, :body) ON CONFLICT (name) DO UPDATE SET body = excluded.body

-- name: host
SELECT body FROM hosts WHERE name = :name
