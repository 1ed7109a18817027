"""Where quads live: `base` says what a store can do, `embedded` does it in this process."""
