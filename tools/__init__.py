"""Programs that make committed files: the example dossier and the generated references."""
