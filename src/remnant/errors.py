"""The errors Remnant raises on purpose.

```
RemnantError
├── AcquireError      an original could not be fetched or preserved
├── ReadError         a capture could not be read as a document
├── SpanError         a span does not fit the text it names
├── KnowledgeError    a knowledge file is missing, malformed or contradicts itself
├── LinkError         event mentions could not be compared
├── StoreError        the record could not be opened, migrated or written
├── VerifyError       the record does not agree with its originals
├── PublishError      a published value has no claim behind it
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


class ReadError(RemnantError):
    """A capture could not be read as a document."""


class SpanError(RemnantError):
    """A span does not fit the text it names."""


class KnowledgeError(RemnantError):
    """A knowledge file is missing, malformed or contradicts itself."""


class LinkError(RemnantError):
    """Event mentions could not be compared."""


class StoreError(RemnantError):
    """The record could not be opened, migrated or written."""


class VerifyError(RemnantError):
    """The record does not agree with its originals."""


class PublishError(RemnantError):
    """A published value has no claim behind it."""


class SettingsError(RemnantError):
    """A setting is unknown or has a wrong value."""


class UsageError(RemnantError):
    """The command was called in a way that cannot work."""
