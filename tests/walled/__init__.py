"""The database backend of the tests: what requests do there, they do as the web server's role."""
