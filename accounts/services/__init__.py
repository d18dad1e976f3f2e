"""The services for users, roles, invitations, sign-ins and keys."""
