-- What names a person in an audit event is stored beside the event, which keeps its digests.
--
-- It happens here, so that every writer's events are alike, those of the release before too. The
-- lock makes an erasure wait for events of the person that are being written; those that come after
-- it name nobody any more. It is asked for last: whoever writes events holds the rows that they are
-- about.

CREATE OR REPLACE FUNCTION keep_event_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    subject text := event_subject(NEW.metadata, NEW.target_type, NEW.actor_user_id);
    of_actor jsonb := actor_part(NEW.actor_email, NEW.actor_name, NEW.address, NEW.user_agent);
    of_target jsonb := metadata_part(NEW.metadata, NEW.target_type, NEW.event_type);
    actor_salt uuid;
    target_salt uuid;
BEGIN
    NEW.actor_digest := NULL;
    NEW.metadata_digest := NULL;
    IF of_actor IS NULL AND of_target IS NULL THEN
        RETURN NEW;
    END IF;
    NEW.actor_email := NULL;
    NEW.actor_name := NULL;
    NEW.address := NULL;
    NEW.user_agent := NULL;
    IF of_target IS NOT NULL THEN
        NEW.metadata := NEW.metadata - ARRAY(SELECT jsonb_object_keys(of_target));
    END IF;
    PERFORM lock_person(coalesce(NEW.actor_user_id, subject), false);
    PERFORM FROM tenants_erasure WHERE user_id IN (NEW.actor_user_id, subject);
    IF FOUND THEN
        IF was_erased(coalesce(NEW.actor_user_id, subject)) THEN
            of_actor := NULL;
        END IF;
        IF was_erased(subject) THEN
            of_target := NULL;
        END IF;
    END IF;
    IF of_actor IS NOT NULL THEN
        actor_salt := gen_random_uuid();
        NEW.actor_digest := personal_digest(actor_salt, of_actor);
    END IF;
    IF of_target IS NOT NULL THEN
        target_salt := gen_random_uuid();
        NEW.metadata_digest := personal_digest(target_salt, of_target);
    END IF;
    IF of_actor IS NOT NULL OR of_target IS NOT NULL THEN
        INSERT INTO tenants_auditpersonal
            (event_id, tenant_id, actor, actor_salt, metadata, metadata_salt)
        VALUES (NEW.id, NEW.tenant_id, of_actor, actor_salt, of_target, target_salt);
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER keep_apart BEFORE INSERT ON tenants_auditevent
FOR EACH ROW EXECUTE FUNCTION keep_event_apart();
