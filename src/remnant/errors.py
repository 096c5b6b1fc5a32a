"""The errors Remnant raises on purpose.

```
RemnantError
├── AcquireError      an original could not be fetched or preserved
├── SpanError         a span does not fit the text it names
├── KnowledgeError    a knowledge file is missing, malformed or contradicts itself
├── StoreError        the record could not be opened, migrated or written
├── PublishError      a published value has no claim behind it
├── EndpointError     the endpoint of a model cannot be reached or refuses to answer
├── SettingsError     a setting is unknown or has a wrong value
└── UsageError        the command was called in a way that cannot work
```

A problem of one document that need not stop a build is not an error but an
`Issue` (see `remnant.model.finding`), kept with the document.

Each message is one sentence that names the file or the document, the place in
it, and what to do.
"""


class RemnantError(Exception):
    """The base of every error that Remnant raises on purpose."""


class AcquireError(RemnantError):
    """An original could not be fetched or preserved."""


class SpanError(RemnantError):
    """A span does not fit the text it names."""


class KnowledgeError(RemnantError):
    """A knowledge file is missing, malformed or contradicts itself."""


class StoreError(RemnantError):
    """The record could not be opened, migrated or written."""


class PublishError(RemnantError):
    """A published value has no claim behind it."""


class EndpointError(RemnantError):
    """The endpoint of a model cannot be reached or refuses to answer."""


class SettingsError(RemnantError):
    """A setting is unknown or has a wrong value."""


class UsageError(RemnantError):
    """The command was called in a way that cannot work."""
