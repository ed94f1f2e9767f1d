-- name: published
SELECT published_day FROM revisions WHERE id = :revision

-- name: put
INSERT INTO acts (claim, id, article_id, day, published_day, type, actor, recipient)
VALUES (:claim, :id, :article, :day, :published, :type, :actor, :recipient)

-- name: pairs
SELECT actor, recipient FROM acts
WHERE day >= :since AND day <= :until AND published_day <= :until
GROUP BY actor, recipient
ORDER BY count(DISTINCT day || type) DESC, actor, recipient LIMIT :limit

-- name: types
SELECT DISTINCT day, type FROM acts INDEXED BY acts_of_pair
WHERE actor = :actor AND recipient = :recipient AND day >= :since AND day <= :until AND published_day <= :until
ORDER BY day DESC, type

-- name: between
SELECT id, article_id, day, published_day, type, actor, recipient FROM acts INDEXED BY acts_of_pair
WHERE actor = :actor AND recipient = :recipient AND day >= :since AND day <= :until AND published_day <= :until
ORDER BY day DESC, id LIMIT :limit
