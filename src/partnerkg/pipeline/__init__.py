"""The uses of partnerkg, one a file: the only room where stages meet."""
