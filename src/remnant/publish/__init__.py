"""Publishing: the site, the profiles and the datasets."""

from remnant.publish.site import Published, publish_site

__all__ = ["Published", "publish_site"]
