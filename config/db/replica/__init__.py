"""The backend (ENGINE) of replicas: ours, whose failures say that the primary has to be asked."""
