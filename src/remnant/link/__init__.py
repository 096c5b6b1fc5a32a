"""From claims to incidents: grouping, comparing, clustering, numbering."""

from remnant.link.blocking import blocking_keys
from remnant.link.comparison import compare
from remnant.link.grouping import group
from remnant.link.incidents import within_episodes
from remnant.link.linking import Linked, cluster, component_of, link

__all__ = [
    "Linked",
    "blocking_keys",
    "cluster",
    "compare",
    "component_of",
    "group",
    "link",
    "within_episodes",
]
