"""What a server gives of a graph: each function runs in a process of the pool and returns plain values."""
