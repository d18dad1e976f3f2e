"""The communication with tenants' CAS servers: addresses, calls, answers, pending logins."""
