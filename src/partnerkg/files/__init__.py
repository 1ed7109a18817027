"""Writing files: in one step or not at all, in memory or outside it, alone or a whole folder."""
