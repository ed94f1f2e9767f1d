-- name: put
INSERT INTO sessions (name, user, seen_at) VALUES (:name, :user, :seen_at)
ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at

-- name: get
SELECT user, seen_at FROM sessions WHERE name = :name

-- name: drop
DELETE FROM sessions WHERE name = :name

-- name: drop_user
DELETE FROM sessions WHERE user = :user

-- name: prune
DELETE FROM sessions WHERE seen_at < :before
OR name NOT IN (SELECT name FROM sessions ORDER BY seen_at DESC, name LIMIT :most)
