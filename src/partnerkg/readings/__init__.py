"""Reading files: one page a YAML file, checked line by line."""
