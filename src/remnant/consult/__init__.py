"""Consult: a document's claims, as a model proposes them and the document bears them out.

The second extractor. The model is never trusted: a proposal counts only where its quote
and the words of its slots stand in the document. Nothing here opens a network; whoever
asks the model is handed in.
"""

from remnant.consult.consulting import ModelExtractor
from remnant.consult.exchange import Form, Reply, Request, Source, Unanswered
from remnant.consult.parts import Limits

__all__ = ["Form", "Limits", "ModelExtractor", "Reply", "Request", "Source", "Unanswered"]
