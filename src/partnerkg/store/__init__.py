"""Where quads live: `base` says what a store can do, `opening` finds the one that is meant.

`embedded` reads files into memory, `persisted` opens what `loading` wrote on the disk once, `held` keeps
quads at hand, `remote` asks a server.
"""
