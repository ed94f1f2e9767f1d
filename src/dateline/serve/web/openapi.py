"""The description of all addresses in the form of OpenAPI 3.1, made from the declarations of views and jobs."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

from dateline.run.jobs import JOBS
from dateline.serve.parameters import Declared, Parameter, parameters, result_type
from dateline.serve.web.addresses import first, path_of, read_path
from dateline.serve.web.changing import TERMINAL
from dateline.views.every import VIEWS

REF = "#/components/schemas/{name}"
ERROR = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["kind", "message", "what", "do"],
            "properties": {n: {"type": "string"} for n in ("kind", "message", "what", "do")},
        }
    },
}
FAILED = {
    "description": "What is wrong, and what to do.",
    "content": {"application/json": {"schema": {"$ref": REF.format(name="Failure")}}},
}


@cache
def description() -> dict[str, Any]:
    """The whole description."""
    declared: list[Declared] = [*VIEWS.values(), *(JOBS[n] for n in sorted(JOBS) if n not in TERMINAL)]
    components: dict[str, Any] = {}
    named = {d.name: schema(result_type(d), components) for d in declared}
    paths: dict[str, Any] = {}
    for name in sorted(VIEWS):
        paths |= _view(VIEWS[name], named[name])
    for name in sorted(set(JOBS) - TERMINAL):
        paths[f"/do/{name}"] = _job(JOBS[name], named[name])
    return {
        "openapi": "3.1.0",
        "info": {"title": "Dateline", "version": "1", "description": "Every view as data, every job as a change."},
        "paths": paths,
        "components": {"schemas": {**components, "Failure": ERROR}},
    }


def schema(hint: Any, components: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; records are put among the components and named."""
    origin = get_origin(hint)
    if origin is Annotated:
        return schema(get_args(hint)[0], components)
    if origin in (Union, UnionType):
        return {"anyOf": [schema(a, components) for a in get_args(hint)]}
    if origin is tuple:
        return _row(get_args(hint), components)
    if origin is not None:
        return {"type": "object", "additionalProperties": schema(get_args(hint)[-1], components)}
    if isinstance(hint, NewType):
        return schema(hint.__supertype__, components)
    if isinstance(hint, type) and is_dataclass(hint):
        _record(hint, components)
        return {"$ref": REF.format(name=hint.__name__)}
    return _plain(hint)


def _record(kind: type[Any], components: dict[str, Any]) -> None:
    if kind.__name__ in components:
        return
    components[kind.__name__] = {}  # so that a record that holds itself comes to an end
    hints = get_type_hints(kind, vars(sys.modules[kind.__module__]))
    told = {f.name: schema(hints[f.name], components) for f in fields(kind)}
    components[kind.__name__] = {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").split()),
        "required": list(told),
        "properties": told,
    }


def _row(inner: tuple[Any, ...], components: dict[str, Any]) -> dict[str, Any]:
    if inner[-1] is Ellipsis:
        return {"type": "array", "items": schema(inner[0], components)}
    return {"type": "array", "prefixItems": [schema(a, components) for a in inner], "items": False}


def _plain(hint: Any) -> dict[str, Any]:
    if hint is type(None):
        return {"type": "null"}
    return _one(hint) if isinstance(hint, type) else {}


def _view(declared: Declared, answer: Mapping[str, Any]) -> dict[str, Any]:
    path, in_path = path_of(declared.name), first(declared)
    root = "/glance" if path == "/" else path
    asked = [_parameter(p, "query") for p in parameters(declared) if not p.text]
    alone = read_path(path).view == declared.name  # else a list stands at the address without a name
    found = {f"{root}.json": {"get": _operation(declared, asked, answer)}} if alone else {}
    if any(p.text for p in parameters(declared)):
        found[f"{root}.json"] = {"post": {**_operation(declared, [], answer), "requestBody": _form(declared)}}
    if in_path:
        rest = [_parameter(p, "query") for p in parameters(declared) if p is not in_path and p.name != in_path.name]
        own = {**_parameter(in_path, "path"), "required": True}
        found[f"{root}/{{{in_path.name}}}.json"] = {"get": _operation(declared, [own, *rest], answer, ".in_path")}
    return found


def _operation(
    declared: Declared, asked: list[dict[str, Any]], answer: Mapping[str, Any], suffix: str = ""
) -> dict[str, Any]:
    content = {"application/json": {"schema": _envelope(declared, answer)}}
    return {
        "operationId": declared.name + suffix,
        "summary": declared.doc,
        "parameters": asked,
        "responses": {"200": {"description": "The answer.", "content": content}, "default": FAILED},
    }


def _envelope(declared: Declared, answer: Mapping[str, Any]) -> dict[str, Any]:
    texts = {"type": "array", "items": {"type": "string"}}
    return {
        "type": "object",
        "required": ["view", "schema", "params", "data", "warnings", "next"],
        "properties": {
            "view": {"const": declared.name},
            "schema": {"const": declared.schema},
            "params": {"type": "object"},
            "data": answer,
            "warnings": texts,
            "next": texts,
        },
    }


def _job(declared: Declared, answer: Mapping[str, Any]) -> dict[str, Any]:
    token = {"name": "X-Dateline-Token", "in": "header", "required": True, "schema": {"type": "string"}}
    made = _operation(declared, [token], answer)
    return {"post": {**made, "operationId": f"do.{declared.name}", "requestBody": _form(declared)}}


def _form(declared: Declared) -> dict[str, Any]:
    told = {p.name: {**_kind(p), "description": p.doc} for p in parameters(declared)}
    needed = [p.name for p in parameters(declared) if p.required]
    body = {"type": "object", "properties": told, **({"required": needed} if needed else {})}
    return {"required": True, "content": {"application/x-www-form-urlencoded": {"schema": body}}}


def _parameter(parameter: Parameter, where: str) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": where,
        "required": parameter.required,
        "description": parameter.doc,
        "schema": _kind(parameter),
    }


def _kind(parameter: Parameter) -> dict[str, Any]:
    one = _one(parameter.kind)
    return {"type": "array", "items": one} if parameter.many else one


def _one(kind: type[Any]) -> dict[str, Any]:
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [m.value for m in kind]}
    if issubclass(kind, datetime):
        return {"type": "string", "format": "date-time"}
    if issubclass(kind, date):
        return {"type": "string", "format": "date"}
    plain = {bool: "boolean", int: "integer", float: "number"}
    return {"type": plain.get(kind, "string")}
