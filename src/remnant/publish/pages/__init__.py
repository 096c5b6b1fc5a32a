"""The pages of the published site, one file each: a frozen context for a template."""
