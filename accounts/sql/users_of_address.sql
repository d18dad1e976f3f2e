-- The ids of the users with one of these addresses, in any case, of the tenant that the connection
-- works for, or of all where it works for all.
--
-- Behind the walls a condition on lower(email) may be looked at only once a policy has let the row
-- through, since lower() is not declared leakproof: its index is of no use there, and a sign-in would read
-- all users of the tenant. With the rights of the directory it is. Who calls it gets ids alone, and
-- reads the rows behind the walls.
CREATE OR REPLACE FUNCTION users_of_address(addresses text[]) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1
SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    shown text := coalesce(current_setting('command_center.tenant', true), '*');
    keys text[] := ARRAY(SELECT lower(address) FROM unnest(addresses) AS address);
BEGIN
    IF shown = '*' THEN
        RETURN QUERY SELECT id::text FROM accounts_user WHERE lower(email) = ANY (keys);
    ELSE
        RETURN QUERY SELECT id::text FROM accounts_user
        WHERE tenant_id = shown AND lower(email) = ANY (keys);
    END IF;
END
$$;
