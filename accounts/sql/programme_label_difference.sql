-- The sets of programmes whose label or id does not follow from their programmes. Empty unless
-- somebody went round the triggers.

CREATE OR REPLACE VIEW programme_label_difference WITH (security_invoker = true) AS
SELECT id AS programme_set_id FROM accounts_programmeset
WHERE label IS DISTINCT FROM programme_label(programmes)
    OR id IS DISTINCT FROM programme_set_id(programmes);
