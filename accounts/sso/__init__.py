"""How we speak with tenants' CAS servers: whom we call, what we believe, and what we remember."""
