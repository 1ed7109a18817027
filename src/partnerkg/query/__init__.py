"""The question catalogue: read, bind, run, show."""
