"""Which version of partnerkg this is."""

VERSION = "0.1.0"
