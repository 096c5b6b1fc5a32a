"""What readers ask of the record: one prepared statement each.

Those with `among` take several values at a time under that name.
"""

from sqlalchemy import bindparam, func, select

from remnant.model.incident import Scope
from remnant.store import current, schema
from remnant.store.current import among, of_result

_R = schema.results.c
_CONTENTS = schema.contents.c
_C = schema.claims.c
_M = schema.event_mentions.c

RESULT = select(schema.results).where(current.RESULT, among(_R.document))
RESULT_OF_ORIGINAL = select(_R.document).where(current.RESULT, among(_R.sha256))
DONE = select(_R.sha256, _R.document).where(
    _R.processing == bindparam("processing"), current.RESULT
)
ORIGINALS_AMONG = select(_R.sha256, _R.document, _R.processing).where(
    current.RESULT, among(_R.sha256)
)
ORIGINALS = select(_R.sha256, _R.document, _R.processing).where(current.RESULT)
DOCUMENTS = select(_R.captured, _R.document).where(current.RESULT)
DOCUMENTS_AMONG = DOCUMENTS.where(among(_R.document))
CONTENT = of_result(
    _CONTENTS.result, _CONTENTS.text, _CONTENTS.document, _CONTENTS.fingerprint,
    part=schema.contents,
).where(among(_R.document))  # fmt: skip
FINGERPRINTS = of_result(_R.captured, _R.document, _CONTENTS.fingerprint, part=schema.contents)
FINGERPRINTS_AMONG = FINGERPRINTS.where(among(_R.document))
DOCUMENTS_SHARING = (
    select(_R.document)
    .select_from(schema.trace_keys.join(schema.results, schema.trace_keys.c.result == _R.seq))
    .where(current.RESULT, among(schema.trace_keys.c.key))
    .distinct()
)

DOCUMENTS_BY_KEY = (
    select(schema.trace_keys.c.key, _R.document)
    .select_from(schema.trace_keys.join(schema.results, schema.trace_keys.c.result == _R.seq))
    .where(current.RESULT, among(schema.trace_keys.c.key))
)

TRACE_KEYS_OF = (
    select(schema.trace_keys.c.key)
    .select_from(schema.results.join(schema.trace_keys, schema.trace_keys.c.result == _R.seq))
    .where(current.RESULT, among(_R.document))
)

CLAIMS_OF = (
    select(_C.stance, _C.body)
    .where(_C.row.between(bindparam("first"), bindparam("last")))
    .order_by(_C.row)
)
CLAIM = of_result(_C.body, part=schema.claims).where(among(_C.id))

CLAIMS = of_result(_C.row, _C.body, part=schema.claims)
CLAIM_ROWS = of_result(*schema.claims.c, part=schema.claims)
CLAIM_IDS = of_result(_C.id, part=schema.claims).where(among(_C.id))
TAKEN_CLAIM = select(_C.id, _C.document).where(among(_C.id))
MENTION_ROWS = of_result(*schema.event_mentions.c, part=schema.event_mentions)
TAKEN_MENTION = select(_M.id, _M.document).where(among(_M.id))
MENTIONS_OF = (
    select(_M.body).where(_M.row.between(bindparam("first"), bindparam("last"))).order_by(_M.row)
)
MENTIONS = of_result(_M.id, _M.body, part=schema.event_mentions).where(among(_M.id))
MENTIONS_NAMED_IN = (
    select(_M.id)
    .select_from(schema.event_mentions.join(schema.results, _M.result == _R.seq))
    .where(current.RESULT, among(_R.document))
)
MENTIONS_SHARING = (
    select(_M.id, _M.body)
    .select_from(
        schema.mention_keys.join(
            schema.event_mentions, schema.mention_keys.c.mention == _M.row
        ).join(schema.results, _M.result == _R.seq)
    )
    .where(current.RESULT, among(schema.mention_keys.c.key))
)

_L = schema.links.c
LINKS_LEFT = select(_L.left, _L.right, _L.body).where(current.LINK, among(_L.left))
LINKS_RIGHT = select(_L.left, _L.right, _L.body).where(current.LINK, among(_L.right))

_I = schema.incidents.c
INCIDENTS = select(_I.number, _I.body).where(current.INCIDENT)
EPISODES = INCIDENTS.where(_I.scope == Scope.EPISODE.value).order_by(_I.number)
INCIDENT = INCIDENTS.where(among(_I.number)).order_by(_I.number)
INCIDENT_BODY = select(_I.number, _I.scope, _I.body).where(current.INCIDENT, among(_I.number))
_IR = schema.incident_redirects.c
REDIRECT = select(_IR.number).where(current.INCIDENT_REDIRECT, among(_IR.absorbed))
_IM = schema.incident_mentions.c
NUMBERS_OF = select(_IM.number).where(current.INCIDENT_MENTION, among(_IM.mention))
MEMBERS = (
    select(_IM.number, _M.body)
    .select_from(schema.incident_mentions.join(schema.event_mentions, _IM.mention == _M.id))
    .where(among(_IM.number), current.INCIDENT_MENTION, current.LATEST_MENTION)
    .order_by(_IM.number, _IM.mention)
)
FIRST_DOCUMENTS = (
    select(_IM.number, func.min(_M.document).label("document"))
    .select_from(schema.incident_mentions.join(schema.event_mentions, _IM.mention == _M.id))
    .where(current.INCIDENT_MENTION, among(_IM.number))
    .group_by(_IM.number)
)
_IK = schema.incident_keys.c
NUMBERS_KEYED = select(_IK.number).where(current.INCIDENT_KEY, among(_IK.key)).distinct()
_IL = schema.incident_links.c
MEMBER_LINKS = (
    select(_IL.number, _L.body)
    .select_from(
        schema.incident_links.join(schema.links, (_IL.left == _L.left) & (_IL.right == _L.right))
    )
    .where(among(_IL.number), current.INCIDENT_LINK, current.LINK)
    .order_by(_IL.number, _IL.left, _IL.right)
)
KNOWN_MEMBERS = {
    "incident_mentions": (
        select(_IM.number, _IM.mention).where(current.INCIDENT_MENTION, among(_IM.number)),
        ("mention",),
    ),
    "incident_redirects": (
        select(_IR.number, _IR.absorbed).where(current.INCIDENT_REDIRECT, among(_IR.number)),
        ("absorbed",),
    ),
    "incident_links": (
        select(_IL.number, _IL.left, _IL.right).where(current.INCIDENT_LINK, among(_IL.number)),
        ("left", "right"),
    ),
    "incident_keys": (
        select(_IK.number, _IK.key).where(current.INCIDENT_KEY, among(_IK.number)),
        ("key",),
    ),
}
"""Per table, who belongs to an incident, and the columns that name a member."""
_F = schema.foundings.c
FOUNDINGS = select(_F.number, _F.mention, _F.document, _F.start, _F.end).where(current.FOUNDING)
FOUNDINGS_AMONG = FOUNDINGS.where(among(_F.number))
FOUNDINGS_OF = FOUNDINGS.where(among(_F.mention))
FOUNDINGS_GIVEN_IN = select(_F.number, _F.mention, _F.document, _F.start, _F.end).where(
    current.FIRST_FOUNDING, among(_F.document)
)
_K = schema.marks.c
MARK = select(_K.offset, _K.line, _K.under).where(current.MARK, _K.journal == bindparam("journal"))
_A = schema.assessments.c
ASSESSMENT = (
    select(_A.number, _A.body)
    .select_from(schema.assessments.join(schema.incidents, _A.number == _I.number))
    .where(current.ASSESSMENT, current.INCIDENT, among(_A.number))
)

ASSESSMENT_BODY = select(_A.number, _A.body).where(current.ASSESSMENT, among(_A.number))

_W = schema.works.c
WORKS = select(_W.id, _W.body).where(current.WORK)
WORKS_AMONG = WORKS.where(among(_W.id)).order_by(_W.id)
_E = schema.edges.c
EDGES = select(_E.child, _E.parent, _E.kind, _E.body).where(current.EDGE)
EDGES_FROM = EDGES.where(among(_E.child))
EDGES_TO = EDGES.where(among(_E.parent))
