"""Writes the frozen nouns as canonical JSON, and reads them back, strictly.

Written: keys sorted, no spaces, text as itself, and no field that has its default, which
most have: what is not written costs no time to read. The same value gives the same bytes.
Outermost stands `"@": "Claim/1"`, the type and the version of this format; inside, the
types that share a field (a place or a name) carry `"@"` too.

Read: a field that is unknown, missing without a default, or of the wrong type is an
error. A missing field with a default is the default, so that a record written before
a field was added can still be read.
"""

import json
import types
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from remnant.errors import RemnantError, StoreError

FORMAT = 1
"""Version of the written form. Raised when a change is more than a new field with a default.

A default that changes is such a change, for it is not written.
"""

TAG = "@"
"""The key that names a value's type. It sorts before every field's name."""

T = TypeVar("T")
Decoder = Callable[[Any], Any]


def encode(value: object) -> str:
    """Return the canonical JSON of one of the nouns.

    Raises:
        StoreError: The value holds something that is none of the nouns, or a number that is
            not finite.
    """
    body = {TAG: "", **_plain(value)}
    body[TAG] = f"{type(value).__name__}/{FORMAT}"
    try:
        return _JSON.encode(body)
    except ValueError as error:
        message = f"{type(value).__name__} cannot be written as JSON: {error}"
        raise StoreError(message) from error


def decode(kind: type[T], text: str) -> T:
    """Return the noun of the given type that was written as JSON.

    Raises:
        StoreError: The text is not JSON, is of another type or version, or a field in it is
            unknown, missing or of the wrong type.
    """
    try:
        value: T = _decoder(kind)(_body(kind, json.loads(text)))  # type: ignore[arg-type] # a type is hashable
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _unreadable(kind, error) from error
    except StoreError:
        raise
    except RemnantError as error:
        raise _unreadable(kind, error) from error
    return value


def peek(kind: type, text: str, *names: str) -> tuple[Any, ...]:
    """Return fields of a noun as the JSON has them, where reading all of it would take too long.

    Raises:
        StoreError: The text is not JSON, is of another type or version, or lacks a field.
    """
    try:
        body = {**_defaults(kind), **_body(kind, json.loads(text))}
        return tuple([body[name] for name in names])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _unreadable(kind, error) from error


def _body(kind: type, written: dict[str, object]) -> dict[str, object]:
    found = written.pop(TAG)
    if found != f"{kind.__name__}/{FORMAT}":
        message = f"the record holds {found!r} where {kind.__name__}/{FORMAT} is expected"
        raise StoreError(message)
    if kind in _tagged():
        written[TAG] = kind.__name__
    return written


def _unreadable(kind: type, error: Exception) -> StoreError:
    return StoreError(f"a stored {kind.__name__} cannot be read ({error}); build the record anew")


# Writing. The JSON encoder walks tuples and enumerations by itself and asks only for the rest.


def _plain(value: object) -> dict[str, object]:
    layout = _layout(type(value))  # type: ignore[arg-type] # a type is hashable
    body: dict[str, object] = {TAG: layout.tag} if layout.tag else {}
    for (name, default), held in zip(layout.fields, layout.values(value), strict=True):
        if held is not default and held != default:
            body[name] = held
    for name in layout.floats:
        if body.get(name) is not None:
            body[name] = float(body[name])  # type: ignore[arg-type] # the field is a number
    return body


@dataclass(frozen=True, slots=True)
class _Layout:
    """How one of the nouns is written.

    Attributes:
        fields: Names in order, with their defaults, or `MISSING`.
        values: Takes the values of the fields, in the same order.
        floats: Names of the fields that hold a fraction.
        tag: The type's name, where it must be told.
    """

    fields: tuple[tuple[str, object], ...]
    values: Callable[[object], tuple[object, ...]]
    floats: tuple[str, ...]
    tag: str


@cache
def _layout(kind: type) -> _Layout:
    defaults = _defaults(kind)
    names = tuple(sorted(field.name for field in fields(kind)))
    take = attrgetter(*names)
    values = take if len(names) > 1 else lambda value: (take(value),)
    hints = get_type_hints(kind)
    floats = tuple(name for name in names if float in (hints[name], *get_args(hints[name])))
    tag = kind.__name__ if kind in _tagged() else ""
    return _Layout(
        tuple((name, defaults.get(name, MISSING)) for name in names), values, floats, tag
    )


@cache
def _defaults(kind: type) -> dict[str, object]:
    """Return the defaults of the fields that have one, by name."""
    if not is_dataclass(kind):
        message = f"{kind.__name__} is not one of the nouns"
        raise StoreError(message)
    found = {field.name: _default(field) for field in fields(kind)}
    return {name: default for name, default in found.items() if default is not MISSING}


_JSON = json.JSONEncoder(
    default=_plain, ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False
)


@cache
def _tagged() -> frozenset[type]:
    """Return the types that share a field, and so must say which they are."""
    from remnant.model.resolution import Value  # noqa: PLC0415 - the one union of nouns

    return frozenset(get_args(Value))


# Reading. One decoder is composed for each type, once.


@cache
def _decoder(hint: Any) -> Decoder:  # noqa: ANN401 - a type hint has no type of its own
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if hint in (str, int, float, bool):
        return _atom(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return _dataclass(origin or hint, get_args(hint))


def _atom(kind: type) -> Decoder:
    accepted = (int, float) if kind is float else (kind,)

    def read(value: object) -> object:
        if type(value) not in accepted:
            message = f"{value!r} is not of type {kind.__name__}"
            raise TypeError(message)
        return float(value) if kind is float else value  # type: ignore[arg-type] # checked above

    return read


def _tuple(arguments: tuple[Any, ...]) -> Decoder:
    if arguments[-1] is Ellipsis:
        item = _decoder(arguments[0])
        return lambda values: tuple([item(value) for value in _list(values)])
    items = tuple(_decoder(argument) for argument in arguments)
    return lambda values: tuple(
        read(value) for read, value in zip(items, _list(values), strict=True)
    )


def _list(values: object) -> list[object]:
    if not isinstance(values, list):
        message = f"{values!r} is not a list"
        raise TypeError(message)
    return values


def _union(arguments: tuple[Any, ...]) -> Decoder:
    members = tuple(argument for argument in arguments if argument is not type(None))
    if len(members) == 1:
        only = _decoder(members[0])
    else:
        choices = {member.__name__: _decoder(member) for member in members}

        def only(value: Any) -> Any:  # noqa: ANN401 - JSON of any of the members
            return choices[value[TAG]](value)

    if len(members) == len(arguments):
        return only
    return lambda value: None if value is None else only(value)


def _dataclass(kind: Any, arguments: tuple[Any, ...]) -> Decoder:  # noqa: ANN401 - a type hint
    if not is_dataclass(kind):
        message = f"{kind!r} is not one of the nouns"
        raise StoreError(message)
    make: Any = kind
    tag = make.__name__ if make in _tagged() else None
    hints = dict(_hints(kind, arguments))
    atoms = {name: hint for name, hint in hints.items() if hint in (str, int, bool)}
    decoders = {name: _decoder(hint) for name, hint in hints.items() if name not in atoms}

    def read(body: Any) -> Any:  # noqa: ANN401 - JSON in, one of the nouns out
        if tag is not None and body.pop(TAG) != tag:
            message = f"{body!r} is not a {tag}"
            raise ValueError(message)
        found = {}
        try:
            for name, value in body.items():
                if name not in atoms:
                    found[name] = decoders[name](value)
                elif type(value) is atoms[name]:  # by far the most
                    found[name] = value
                else:
                    _atom(atoms[name])(value)
            return make(**found)
        except (KeyError, TypeError):
            _check_names(make, body)
            raise

    return read


def _hints(kind: Any, arguments: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - a type hint
    """Yield the type of each field, what the arguments of a generic type stand for put in."""
    meant = dict(zip(getattr(kind, "__parameters__", ()), arguments, strict=True))
    for name, hint in get_type_hints(kind).items():
        yield name, meant.get(hint, hint)


def _default(field: "Field[Any]") -> object:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


def _check_names(kind: Any, body: dict[str, object]) -> None:  # noqa: ANN401 - a type hint
    names = [field.name for field in fields(kind)]
    unknown = sorted(set(body) - set(names))
    missing = [name for name in names if name not in body and name not in _defaults(kind)]
    if unknown or missing:
        message = f"{kind.__name__} with unknown fields {unknown} and missing fields {missing}"
        raise ValueError(message)
