-- name: revisions
SELECT row, id FROM revisions WHERE article_id = :article

-- name: claims
SELECT DISTINCT id FROM claims WHERE article_id = :article

-- name: events
SELECT DISTINCT event FROM event_claims WHERE claim_id IN (SELECT value FROM json_each(:ids))

-- name: partners
SELECT ec.claim_id FROM event_claims ec JOIN events e ON e.row = ec.event
WHERE e.retired_at IS NULL AND ec.event IN (SELECT value FROM json_each(:events))
UNION
SELECT CASE WHEN a IN (SELECT value FROM json_each(:ids)) THEN b ELSE a END FROM relations
WHERE retired_at IS NULL AND row IN (SELECT value FROM json_each(:relations))

-- name: relations
SELECT row FROM relations WHERE a IN (SELECT value FROM json_each(:ids))
UNION SELECT row FROM relations WHERE b IN (SELECT value FROM json_each(:ids))

-- name: drop_event_claims
DELETE FROM event_claims WHERE event IN (SELECT value FROM json_each(:events))

-- name: drop_events
DELETE FROM events WHERE row IN (SELECT value FROM json_each(:events))

-- name: drop_relations
DELETE FROM relations WHERE row IN (SELECT value FROM json_each(:relations))

-- name: drop_unlinked
DELETE FROM unlinked WHERE claim IN (SELECT row FROM claims WHERE article_id = :article)

-- name: drop_claim_keys
DELETE FROM claim_keys WHERE claim IN (SELECT row FROM claims WHERE article_id = :article)

-- name: drop_keys
DELETE FROM keys WHERE carried = 0

-- name: drop_claims
DELETE FROM claims WHERE article_id = :article

-- name: drop_places
DELETE FROM revision_places WHERE revision_id IN (SELECT id FROM revisions WHERE article_id = :article)

-- name: drop_tags
DELETE FROM revision_tags WHERE revision IN (SELECT row FROM revisions WHERE article_id = :article)

-- name: drop_layers
DELETE FROM layers WHERE revision_id IN (SELECT id FROM revisions WHERE article_id = :article)

-- name: drop_annotated
DELETE FROM annotated WHERE revision_id IN (SELECT id FROM revisions WHERE article_id = :article)

-- name: withhold_contents
INSERT INTO withheld (digest)
SELECT c.digest FROM captures c
JOIN came_as ca ON ca.capture = c.row
JOIN revisions r ON r.row = ca.revision
WHERE r.article_id = :article
ON CONFLICT DO NOTHING

-- name: drop_contents
DELETE FROM contents WHERE digest IN (SELECT digest FROM withheld)

-- name: drop_came_as
DELETE FROM came_as WHERE revision IN (SELECT row FROM revisions WHERE article_id = :article)

-- name: drop_captures
DELETE FROM captures WHERE row NOT IN (SELECT capture FROM came_as)

-- name: drop_states
DELETE FROM states WHERE article_id = :article

-- name: drop_index
DELETE FROM search_index WHERE rowid IN (SELECT row FROM revisions WHERE article_id = :article)

-- name: squeeze_index
INSERT INTO search_index (search_index) VALUES ('optimize')

-- name: drop_revisions
DELETE FROM revisions WHERE article_id = :article

-- name: drop_article
DELETE FROM articles WHERE id = :article

-- name: drop_outlets
DELETE FROM outlets WHERE id NOT IN (SELECT outlet_id FROM articles)

-- name: drop_touched
DELETE FROM touched

-- name: touch_all
INSERT INTO touched (article_id) VALUES ('')

-- name: drop_decision
DELETE FROM decisions WHERE row = :row

-- name: put_tombstone
INSERT INTO tombstones (article_id, at, by, why) VALUES (:article, :at, :by, :why)

-- name: mark_unscrubbed
INSERT INTO unscrubbed (since) VALUES (:at)

-- name: drop_feed_entries
DELETE FROM feed_entries WHERE article_id = :article

-- name: drop_copy_keys
DELETE FROM copy_keys WHERE article IN (SELECT row FROM revisions WHERE article_id = :article)

-- name: drop_recent_copy_keys
DELETE FROM recent_copy_keys WHERE article IN (SELECT row FROM revisions WHERE article_id = :article)
