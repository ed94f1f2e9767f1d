"""What a reader does, in the real browser: keys, evidence, time, drafts, judging, what arrives, without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from desk_server import Running
from playwright.sync_api import Page, expect

from dateline.desk import open_desk

Tab = Callable[..., Page]


def selected(page: Page) -> str:
    thing: str = page.evaluate("document.querySelector('.at')?.dataset.thing || ''")
    return thing


def test_keys_go_through_the_stories_mark_star_and_open_them(own_site: Running, tab: Tab) -> None:
    page = tab(own_site, "/stories")
    page.keyboard.press("j")
    first = selected(page)
    page.keyboard.press("j")
    assert first.startswith("story-") and selected(page) not in ("", first)
    page.keyboard.press("k")
    assert selected(page) == first
    page.keyboard.press("m")
    expect(page.locator(".at")).to_have_class(re.compile("is-read"))
    page.keyboard.press("s")
    expect(page.locator(".at")).to_have_class(re.compile("is-starred"))
    page.reload()
    expect(page.locator(f'[data-thing="{first}"]')).to_have_class(re.compile("is-read is-starred"))
    assert [s["thing"] for s in own_site.ask("/shelf.json").data["data"]["starred"]] == [first]
    page.keyboard.press("j")
    page.keyboard.press("m")
    expect(page.locator(".at")).not_to_have_class(re.compile("is-read"))
    page.keyboard.press("o")
    page.wait_for_url(f"**/story/{first}")


def test_the_original_opens_in_a_tab_that_knows_nothing_of_the_desk(site: Running, tab: Tab) -> None:
    page = tab(site, "/stories")
    page.evaluate("window.open = (...all) => { window.opened = all; }")
    page.keyboard.press("j")
    page.keyboard.press("v")
    url, target, features = page.evaluate("window.opened")
    assert url.startswith("https://") and target == "_blank" and "noopener" in features and "noreferrer" in features


def test_slash_searches_and_a_question_mark_tells_the_keys(site: Running, tab: Tab) -> None:
    page = tab(site, "/")
    page.keyboard.press("?")
    expect(page.locator("dialog .keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog .keys")).not_to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type("jk? NATO")
    assert page.locator("#find").input_value() == "jk? NATO"


def test_evidence_opens_by_pointer_focus_and_without_script_by_a_tap(site: Running, tab: Tab) -> None:
    narrow = {"width": 1100, "height": 900}  # on a wider screen it stands beside its line
    page = tab(site, "/chronology?query=Ukraine+NATO", viewport=narrow)
    ref = page.locator(".refs .ev .ref").first
    note = page.locator(".refs .ev .note").first
    expect(note).not_to_be_visible()
    ref.hover()
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).not_to_be_visible()
    page.mouse.move(0, 0)
    ref.focus()
    expect(note).to_be_visible()
    assert note.locator("q").inner_text() and note.locator("b").inner_text()
    without = tab(site, "/chronology?query=Ukraine+NATO", java_script_enabled=False, viewport=narrow)
    without.locator(".refs .ev .ref").first.click()
    without.mouse.move(0, 0)
    expect(without.locator(".refs .ev .note").first).to_be_visible()


def test_a_note_leads_to_its_words_in_the_article_and_at_the_outlet(site: Running, tab: Tab) -> None:
    page = tab(site, "/chronology?query=Ukraine+NATO")
    page.locator(".refs .ev .ref").first.focus()
    note = page.locator(".refs .ev .note").first
    original = note.get_by_text("original")
    assert "#:~:text=" in (original.get_attribute("href") or "")
    assert original.get_attribute("rel") == "noopener noreferrer external"
    note.get_by_text("in the article").click()
    page.wait_for_url("**/show/*#claim-*")
    expect(page.locator(f'[id="{page.url.partition("#")[2]}"]')).to_have_count(1)


def test_the_wide_screen_shows_the_first_note_beside_its_line(site: Running, tab: Tab) -> None:
    page = tab(site, "/chronology?query=Ukraine+NATO", viewport={"width": 1600, "height": 900})
    note, line = (page.locator(s).first.bounding_box() for s in (".line .ev.first .note", ".line .label"))
    assert note and line and note["x"] > line["x"] + line["width"]


def test_marks_of_an_article_are_switched_on_by_kind_without_script(site: Running, tab: Tab) -> None:
    found = site.ask("/search.json?query=Rada+constitution").data["data"]["found"][0]["article"]["article"]
    page = tab(site, f"/show/{found}", java_script_enabled=False)
    mark = page.locator(".body .m-date").first
    line = "e => getComputedStyle(e).textDecorationLine"
    assert mark.evaluate(line) == "none"
    page.locator("#k-date").check()
    assert mark.evaluate(line) == "underline"


def test_the_slider_goes_through_time(site: Running, tab: Tab) -> None:
    page = tab(site, "/state?query=Ukraine+NATO&as_of=2022-10-02")
    slider = page.locator("[data-slider]")
    slider.focus()
    before = page.locator("h1").inner_text()
    with page.expect_navigation():
        slider.evaluate(
            "e => { e.value = 735233; e.dispatchEvent(new Event('input')); e.dispatchEvent(new Event('change')); }"
        )
    assert "as_of=2013-12-31" in page.url and page.locator("h1").inner_text() != before


def test_a_day_without_the_slider_does_the_same(site: Running, tab: Tab) -> None:
    page = tab(site, "/state?query=Ukraine+NATO", java_script_enabled=False)
    page.locator("main input[name=as_of]").fill("2010-08-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h1")).to_contain_text("1 Aug 2010")


def test_a_draft_comes_back_with_verdicts_and_evidence(site: Running, tab: Tab) -> None:
    page = tab(site, "/check", java_script_enabled=False)
    draft = "The Verkhovna Rada amended the constitution on 7 February 2018. Penguins govern Ruritania."
    page.locator("#draft").fill(draft)
    page.get_by_role("button", name="Check").click()
    verdicts = page.locator(".verdict")
    expect(verdicts).to_have_count(2)
    expect(verdicts.nth(0)).to_have_class(re.compile("v-contradicted"))
    expect(verdicts.nth(0).locator("blockquote").first).to_be_visible()
    expect(verdicts.nth(1)).to_have_class(re.compile("v-not_found"))


def test_a_judgement_is_kept_shown_and_taken_back(own_site: Running, tab: Tab) -> None:
    page = tab(own_site, "/disagreements?query=Ukraine+NATO", java_script_enabled=False)
    expect(page.locator(".versions").first).to_be_visible()
    before = page.locator(".versions").count()
    one = page.locator(".versions").first
    one.locator("summary").click()
    one.locator("input[name=note]").fill("two votes")
    one.get_by_role("button", name="Two happenings").click()
    expect(page.locator(".versions")).to_have_count(before - 1)
    page.goto(own_site.root + "/decisions")
    expect(page.locator(".decision").first).to_contain_text("two votes")
    for left in range(page.locator(".decision").count(), 0, -1):
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator(".decision")).to_have_count(left - 1)
    page.goto(own_site.root + "/disagreements?query=Ukraine+NATO")
    expect(page.locator(".versions")).to_have_count(before)


def test_a_claim_is_corrected_where_it_stands(own_site: Running, tab: Tab) -> None:
    found = own_site.ask("/disagreements.json?query=Ukraine+NATO").data["data"]["disagreements"][0]
    claim = found["sides"][0]["evidence"][0]["claim"]
    page = tab(own_site, f"/show/{claim}", java_script_enabled=False)
    page.locator(".decide summary").first.click()
    page.locator("input[name=when]").fill("2018-03")
    with page.expect_navigation():
        page.get_by_role("button", name="Correct", exact=True).click()
    page.goto(own_site.root + "/decisions")
    expect(page.locator(".decision")).to_contain_text("time: 2018-03")


def test_what_arrives_is_told_and_nothing_moves(own_site: Running, tab: Tab, tmp_path: Path) -> None:
    page = tab(own_site, "/stories")
    expect(page.locator("#arrived[data-since]")).to_have_count(1)  # the page has heard how much is held now
    top = page.locator(".item").nth(1).evaluate("e => e.offsetTop")
    text = tmp_path / "new.txt"
    text.write_text("Parliament in Norland voted on 3 May 2024 to join the League.\n")
    with open_desk(own_site.store) as desk:
        desk.add([text], outlet="norland.example")
    expect(page.locator("#arrived")).to_contain_text("1 new article")
    assert page.locator(".item").nth(1).evaluate("e => e.offsetTop") - top <= page.locator("#arrived").evaluate(
        "e => e.offsetHeight"
    )
    with page.expect_navigation():
        page.locator("#arrived button").click()


def test_a_newcomer_finds_when_the_constitution_was_changed_and_who_disagrees(site: Running, tab: Tab) -> None:
    """One search: the front page's field, then nothing but reading."""
    page = tab(site, "/", java_script_enabled=False)
    page.locator("#find").fill("Ukraine constitution")
    page.get_by_role("button", name="Search", exact=True).first.click()
    page.wait_for_url("**/search?*")
    page.get_by_role("link", name="Disagreements").last.click()
    page.wait_for_url("**/disagreements?query=*")
    found = page.locator(".versions").first
    told = found.inner_text()
    assert "2018" in told and "7 Feb 2019" in told
    assert "Amber Review" in told and "Dnipro Herald" in told


def test_a_newcomer_who_does_not_search_needs_three_clicks(site: Running, tab: Tab) -> None:
    page = tab(site, "/", java_script_enabled=False)
    page.get_by_role("link", name="Dossiers").click()
    page.wait_for_url("**/dossier")  # the front page may have a headline with the same words
    page.get_by_role("link", name="Ukraine and NATO").click()
    page.wait_for_url("**/dossier/ukraine-and-nato")
    told = page.locator("#disagreements").inner_text()
    assert "2018" in told and "2019" in told and "Amber Review" in told and "Dnipro Herald" in told


def test_a_zoom_of_the_chronology_needs_no_script(site: Running, tab: Tab) -> None:
    page = tab(site, "/chronology?query=Ukraine+NATO", java_script_enabled=False)
    every = page.locator(".lines > .line").count()
    page.locator(".axis a").last.click()
    page.wait_for_url("**&from=*")
    assert 0 < page.locator(".lines > .line").count() < every
    page.get_by_role("link", name="All years").click()
    expect(page.locator(".lines > .line")).to_have_count(every)


def test_long_work_is_shown_while_it_goes_on(own_site: Running, tab: Tab) -> None:
    page = tab(own_site, "/feeds", java_script_enabled=False)
    page.get_by_role("button", name="Annotate what waits").click()
    page.wait_for_url("**/work")
    for _ in range(600):
        page.reload()
        if "done" in page.locator(".task h2").inner_text():
            break
        page.wait_for_timeout(100)
    assert page.locator(".task h2").inner_text().startswith("annotate")
    assert own_site.ask("/work.json").data["work"][0]["state"] == "done"


def test_what_came_since_the_last_visit_is_marked_in_the_margin(own_site: Running, tab: Tab, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    from dateline.model.reading import Kept, ReaderMark
    from dateline.store.open import open_store

    matter = own_site.ask("/dossier.json").data["data"]["dossiers"][0]["matter"]
    store = open_store(own_site.store)
    store.readers.put(ReaderMark("desk", matter, Kept.VISITED, datetime(2025, 9, 14, 13, tzinfo=UTC)))
    store.close()
    text = tmp_path / "new.txt"
    text.write_text("KYIV, 12 September 2025 - On 10 September 2025 NATO and Ukraine opened a joint centre in Kyiv.\n")
    with open_desk(own_site.store) as desk:
        desk.add([text], outlet="dniproherald.example")
    page = tab(own_site, "/dossier/ukraine-and-nato")
    marked = page.locator(".changed")
    assert marked.count() >= 1 and "joint centre" in marked.first.inner_text()
    assert marked.count() < page.locator(".line").count() / 2
