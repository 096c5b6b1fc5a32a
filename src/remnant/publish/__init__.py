"""Publishing: the site, the profiles and the datasets."""

from functools import partial
from pathlib import Path

from remnant.publish.datasets import write_datasets
from remnant.publish.material import Material
from remnant.publish.site import TITLE, Published, publish_site

__all__ = ["Material", "Published", "publish", "publish_site"]


def publish(material: Material, *, folder: Path, title: str = TITLE) -> Published:
    """Write the site with its profiles and datasets, as a whole or not at all.

    Args:
        material: What to publish.
        folder: Where; files in it that no edition wrote are left alone.
        title: Title of the site.

    Raises:
        PublishError: A value has no claim behind it.
    """
    datasets = partial(write_datasets, material)
    return publish_site(material, folder=folder, title=title, datasets=datasets)
