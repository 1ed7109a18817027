"""Pictures drawn by Python: the same graph gives the same bytes, and all they show is written beside."""
