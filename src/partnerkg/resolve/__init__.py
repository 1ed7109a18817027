"""A mention → an organisation of a graph that is known, where name and town leave no doubt."""
