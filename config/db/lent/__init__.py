"""The database backend (ENGINE) behind a pooler that lends its sessions for one transaction."""
