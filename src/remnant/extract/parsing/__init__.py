"""From a document to sentences with dependencies, with the errors of the parser mended."""
