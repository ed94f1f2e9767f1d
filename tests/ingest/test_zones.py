"""Every country has the local time of its press."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from dateline.ingest.zones import BY_COUNTRY, zone


def test_countries_of_every_continent_have_a_zone() -> None:
    assert len(BY_COUNTRY) > 240
    assert zone("IN") == ZoneInfo("Asia/Kolkata")
    assert zone("BR") == ZoneInfo("America/Sao_Paulo")
    assert zone("") is None
    assert zone("ZZ") is None


def test_all_zones_are_known() -> None:
    assert [country for country in BY_COUNTRY if zone(country) is None] == []
