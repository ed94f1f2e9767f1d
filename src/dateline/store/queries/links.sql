-- name: event_current
SELECT row, body FROM events WHERE id = :id AND retired_at IS NULL

-- name: event_last_retired
SELECT max(retired_at) FROM events WHERE id = :id

-- name: put_event
INSERT INTO events (id, recorded_at, body) VALUES (:id, :at, :body)

-- name: put_event_claim
INSERT INTO event_claims (claim_id, event) VALUES (:claim, :event) ON CONFLICT DO NOTHING

-- name: retire_event
UPDATE events SET retired_at = max(recorded_at, :at) WHERE id = :id AND retired_at IS NULL

-- name: event
SELECT body FROM events WHERE id = :id ORDER BY row DESC LIMIT 1

-- name: events_of
SELECT DISTINCT e.id, e.body FROM event_claims ec JOIN events e ON e.row = ec.event
WHERE ec.claim_id IN (SELECT value FROM json_each(:ids))
AND e.recorded_at <= :at AND coalesce(e.retired_at, '~') > :at
ORDER BY e.id

-- name: relation_current
SELECT row, body FROM relations WHERE id = :id AND retired_at IS NULL

-- name: relation_last_retired
SELECT max(retired_at) FROM relations WHERE id = :id

-- name: put_relation
INSERT INTO relations (id, a, b, recorded_at, body) VALUES (:id, :a, :b, :at, :body)

-- name: put_difference
INSERT INTO differences (article_id, relation)
SELECT DISTINCT article_id, :relation FROM claims WHERE id IN (:a, :b) AND retired_at IS NULL

-- name: differing
SELECT d.article_id, r.body FROM differences d JOIN relations r ON r.row = d.relation
WHERE d.article_id IN (SELECT value FROM json_each(:ids))

-- name: retire_relation
UPDATE relations SET retired_at = max(recorded_at, :at) WHERE id = :id AND retired_at IS NULL

-- name: relation
SELECT body FROM relations WHERE id = :id ORDER BY row DESC LIMIT 1

-- name: relations_of
SELECT id, body FROM relations
WHERE row IN (
    SELECT row FROM relations WHERE a IN (SELECT value FROM json_each(:ids))
    UNION SELECT row FROM relations WHERE b IN (SELECT value FROM json_each(:ids))
)
AND recorded_at <= :at AND coalesce(retired_at, '~') > :at
ORDER BY id

-- name: relations
SELECT id, body FROM relations
WHERE id > :after AND recorded_at <= :at AND coalesce(retired_at, '~') > :at
ORDER BY id LIMIT :count
