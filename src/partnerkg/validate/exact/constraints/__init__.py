"""The constraint components of SHACL Core, one function each: what it finds at a focus node."""
