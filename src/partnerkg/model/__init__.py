"""What the stages pass to each other: plain, frozen, no I/O."""
