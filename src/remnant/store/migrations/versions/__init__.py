"""One file for each change of the record's shape, each naming the one before it."""
