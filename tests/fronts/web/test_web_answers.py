"""What stands at each address, as a program asks for it: envelopes, errors, tags, feeds, the description."""

from __future__ import annotations

import gzip
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from typing import Any

import pytest
from desk_server import Running

from dateline.run.jobs import JOBS
from dateline.serve.parameters import parameters
from dateline.serve.web.addresses import address, first, path_of, read_path
from dateline.serve.web.changing import TERMINAL
from dateline.views.every import VIEWS

ATOM = "{http://www.w3.org/2005/Atom}"


def path_for(name: str, given: Mapping[str, Any]) -> str:
    """The address of a view's sample call as data."""
    in_path = first(VIEWS[name])
    value = str(given[in_path.name]) if in_path and in_path.name in given and not in_path.many else ""
    rest = {k: v for k, v in given.items() if not (value and in_path and k == in_path.name)}
    return address(name, value, "json", **rest)


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_every_view_answers_at_its_address(site: Running, name: str) -> None:
    view = VIEWS[name]
    if any(p.text for p in parameters(view)):
        got = site.post(path_of(name) + ".json", view.sample)
    else:
        given = dict(view.sample)
        if name == "compare":
            given["articles"] = [
                f["article"]["article"] for f in site.ask("/search.json?query=NATO").data["data"]["found"]
            ][:2]
        got = site.ask(path_for(name, given))
    if got.status == 404:
        assert got.error["kind"] == "nothing-found"
    else:
        assert got.status == 200, got.text
        assert list(got.data) == ["view", "schema", "params", "data", "warnings", "next"]
        assert got.data["view"] == name or path_of(got.data["view"]) == path_of(name)


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_an_address_leads_back_to_its_view(name: str) -> None:
    in_path = first(VIEWS[name])
    asked = path_of(name) + ("/x y".replace(" ", "%20") if in_path and in_path.required else "")
    found = read_path(asked.replace("%20", " "))
    assert found.view == name or path_of(found.view) == path_of(name)


def test_what_cannot_be_understood_is_told_in_one_shape(site: Running) -> None:
    assert site.ask("/nothing-here.json").error["kind"] == "nothing-found"
    odd = site.ask("/glance.json?sinse=7d")
    assert (odd.status, odd.error["kind"], odd.error["what"]) == (400, "usage", "sinse")
    assert site.ask("/search.json?query=NATO&since=yesterday").status == 400
    assert site.ask("/show/article-000000.json").status == 404
    assert site.ask("/chronology.json").error["message"] == "is missing"
    page = site.page("/show/article-000000")
    assert page.status == 404 and "<h1>Nothing found</h1>" in page.text


def test_an_answer_that_did_not_change_is_not_sent_again(site: Running) -> None:
    once = site.page("/coverage")
    again = site.page("/coverage", if_none_match=once.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert site.page("/coverage", if_none_match='"other"').status == 200
    packed = site.page("/coverage", accept_encoding="gzip")
    assert gzip.decompress(packed.body) == once.body


def test_another_process_writes_and_the_page_follows(own_site: Running) -> None:
    from dateline.desk import open_desk

    before = own_site.ask("/outlets.json").headers["etag"]
    with open_desk(own_site.store) as desk:
        outlet = desk.view("outlets.list").outlets[0].outlet
        desk.job("outlets.edit", outlet=outlet, called="Another Name")
    own_site.site.cache._entries.clear()
    after = own_site.ask("/outlets.json")
    assert after.headers["etag"] != before and "Another Name" in after.text


@pytest.mark.parametrize(
    "path",
    [
        "/glance.atom?since=36500d",
        "/glance.atom?since=36500d&region=europe",
        "/stories.atom?query=NATO",
        "/search.atom?query=NATO",
        "/chronology.atom?query=Ukraine+NATO",
        "/dossier/ukraine-and-nato.atom",
    ],
)
def test_feeds_are_atom_with_entries_that_lead_here(site: Running, path: str) -> None:
    got = site.ask(path)
    assert got.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(got.body)
    entries = feed.findall(f"{ATOM}entry")
    assert feed.tag == f"{ATOM}feed" and entries
    for entry in entries:
        assert all(entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))
        link = entry.find(f"{ATOM}link")
        assert link is not None and link.get("href", "").startswith(site.root + "/")
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert len(ids) == len(set(ids))
    first_link = entries[0].find(f"{ATOM}link")
    assert first_link is not None
    assert site.page(first_link.get("href", "").removeprefix(site.root)).status == 200


def test_the_description_has_every_view_and_job_and_no_loose_end(site: Running) -> None:
    told = site.ask("/openapi.json").data
    operations = {o["operationId"].removesuffix(".in_path") for p in told["paths"].values() for o in p.values()}
    assert operations == set(VIEWS) | {f"do.{n}" for n in set(JOBS) - TERMINAL}
    names = set(told["components"]["schemas"])
    assert {r.removeprefix("#/components/schemas/") for r in _refs(told)} <= names


def _refs(thing: Any) -> list[str]:
    if isinstance(thing, dict):
        own = [thing["$ref"]] if isinstance(thing.get("$ref"), str) else []
        return own + [r for v in thing.values() for r in _refs(v)]
    return [r for v in thing for r in _refs(v)] if isinstance(thing, list) else []


def test_what_a_reader_stars_is_kept_and_taken_back(own_site: Running) -> None:
    story = own_site.ask("/stories.json?query=NATO").data["data"]["stories"][0]["story"]
    token = own_site.token()
    assert own_site.post("/do/shelve", {"kept": "starred", "things": story}, token).status == 200
    assert [s["thing"] for s in own_site.ask("/shelf.json").data["data"]["starred"]] == [story]
    own_site.post("/do/shelve", {"kept": "starred", "things": story, "drop": "1"}, token)
    assert own_site.ask("/shelf.json").data["data"]["starred"] == []
    assert own_site.post("/do/shelve", {"kept": "starred", "things": "claim-1"}, token).status == 400


def test_a_search_is_narrowed_by_party_and_by_what_is_told(site: Running) -> None:
    whole = site.ask("/search.json?query=Ukraine").data["data"]
    narrow = site.ask("/search.json?query=Ukraine&actor=European+Union&status=planned").data["data"]
    assert (narrow["actor"], narrow["status"]) == ("European Union", "planned")
    assert {f["article"]["article"] for f in narrow["found"]}
    assert [f["code"] for f in narrow["by_status"] if f["articles"] == len(narrow["found"])].count("planned") == 1
    assert whole["by_actor"][0]["name"] == "Ukraine"
    page = site.page("/search?query=Ukraine&actor=European+Union&status=planned").text
    assert 'value="European Union"' in page and '<option value="planned" selected>' in page
    assert "status=planned" in page.partition("By party")[2].partition("</ul>")[0]
    assert site.ask("/search.json?query=Ukraine&status=thrilled").status == 400
    empty = site.page("/search?query=Ukraine&actor=Atlantis").text
    assert "Search without the filters" in empty
