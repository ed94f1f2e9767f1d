"""The inhabited continents."""

from __future__ import annotations

CONTINENTS = {
    "AF": "Africa",
    "AS": "Asia",
    "EU": "Europe",
    "NA": "North America",
    "OC": "Oceania",
    "SA": "South America",
}
"""Names by GeoNames code, in order of name; Central America and the Caribbean are North America."""
