-- name: current_of_revision
SELECT row, id, body FROM claims WHERE revision_id = :revision AND retired_at IS NULL ORDER BY row

-- name: current_of_article
SELECT row, id FROM claims WHERE article_id = :article AND retired_at IS NULL ORDER BY row

-- name: last_retired
SELECT max(retired_at) FROM claims WHERE id = :id

-- name: put
INSERT INTO claims (id, article_id, revision_id, recorded_at, body) VALUES (:id, :article, :revision, :at, :body)

-- name: wait
INSERT INTO unlinked (claim) VALUES (:claim) ON CONFLICT DO NOTHING

-- name: wait_again
INSERT INTO unlinked (claim)
SELECT row FROM claims WHERE id IN (SELECT value FROM json_each(:ids)) AND retired_at IS NULL
ON CONFLICT DO NOTHING

-- name: linked
DELETE FROM unlinked WHERE claim IN (
    SELECT row FROM claims WHERE id IN (SELECT value FROM json_each(:ids)) AND retired_at IS NULL
)

-- name: unlinked
SELECT c.id FROM unlinked u JOIN claims c ON c.row = u.claim ORDER BY c.id

-- name: retire
UPDATE claims SET retired_at = max(recorded_at, :at) WHERE row = :row

-- name: drop_keys
DELETE FROM claim_keys WHERE claim = :row

-- name: drop_unlinked
DELETE FROM unlinked WHERE claim = :row

-- name: get
SELECT id, body FROM claims
WHERE id IN (SELECT value FROM json_each(:ids)) AND recorded_at <= :at AND coalesce(retired_at, '~') > :at

-- name: of_article
SELECT body FROM claims
WHERE article_id = :article AND recorded_at <= :at AND coalesce(retired_at, '~') > :at

-- name: all
SELECT id, body FROM claims
WHERE id > :after AND recorded_at <= :at AND coalesce(retired_at, '~') > :at
ORDER BY id LIMIT :count

-- name: current_rows
SELECT id, row FROM claims WHERE id IN (SELECT value FROM json_each(:ids)) AND retired_at IS NULL

-- name: put_key
INSERT INTO keys (key) VALUES (:key) ON CONFLICT DO NOTHING

-- name: put_claim_key
INSERT INTO claim_keys (key, claim) SELECT row, :claim FROM keys WHERE key = :key ON CONFLICT DO NOTHING

-- name: with_keys
SELECT c.id
FROM (
    SELECT claim, count(*) AS shared FROM claim_keys
    WHERE key IN (SELECT row FROM keys WHERE key IN (SELECT value FROM json_each(:keys)))
    GROUP BY claim
) AS found
JOIN claims c INDEXED BY claims_names ON c.row = found.claim
ORDER BY found.shared DESC, c.id LIMIT :limit

-- name: key_counts
SELECT key, carried FROM keys WHERE key IN (SELECT value FROM json_each(:keys)) ORDER BY key
