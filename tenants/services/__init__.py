"""The services for tenants, and the audit trail of all apps."""
