"""RDF terms in and out: IRIs, encoding, decoding, the canonical writer."""
