"""What is given to others: a folder with the graph in many formats, and what changed since the last one."""
