"""The desk: a reading reviewed in a browser on this machine, the page beside its doubts."""
