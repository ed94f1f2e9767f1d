"""Old encodings are told by form and by language; what is no text is told as well."""

from __future__ import annotations

import pytest

from dateline.ingest.decoding import MOST_GUESSES, Guesses, decode, is_binary

TEXTS = {
    "cp1250": "Sejm przyjął we wtorek ustawę o budżecie państwa, poinformował rzecznik rządu.",
    "iso8859_2": "Vláda ve středu schválila návrh rozpočtu na příští rok, řekl po jednání premiér v Praze..",
    "cp1251": "Парламентът прие във вторник закона за бюджета, съобщи говорителят на правителството в София.",
    "koi8_r": "Государственная дума приняла во вторник закон о бюджете, сообщил представитель правительства в Москве.",
    "cp1252": "Die Regierung hat am Dienstag über den Haushalt für das nächste Jahr beraten, größere Änderungen nicht.",
    "cp1253": "Η κυβέρνηση ενέκρινε την Τρίτη τον προϋπολογισμό του επόμενου έτους, δήλωσε ο εκπρόσωπος στην Αθήνα.",
    "cp1254": "Hükümet salı günü gelecek yılın bütçesini onayladı, dedi başbakan Ankara'da düzenlenen toplantıda.",
    "cp1255": "הממשלה אישרה ביום שלישי את תקציב המדינה לשנה הבאה, כך הודיע דובר ראש הממשלה בירושלים.",
    "cp1256": "أقر مجلس الوزراء يوم الثلاثاء موازنة العام المقبل، بحسب ما أعلن المتحدث باسم الحكومة في العاصمة.",
    "cp1257": "Vyriausybė antradienį patvirtino kitų metų biudžetą, pranešė ministro pirmininko atstovė Vilniuje.",
    "shift_jis": "政府は火曜日、来年度の予算案を閣議決定したと、官房長官が東京で記者団に説明した。野党は反対している。",
    "euc_kr": "정부는 화요일 내년 예산안을 의결했다고 대변인이 서울에서 기자들에게 밝혔다. 야당은 반대하고 있다.",
    "gb18030": "政府周二批准了明年的预算，发言人在北京对记者说。反对党投票反对，总理对结果表示欢迎。",
    "big5": "政府週二批准了明年的預算，發言人在臺北對記者說。反對黨投票反對，總理對結果表示歡迎。",
}


@pytest.mark.parametrize("encoding", sorted(TEXTS))
def test_old_encodings_are_detected_with_a_note(encoding: str) -> None:
    text = TEXTS[encoding] * 2
    decoded = decode(text.encode(encoding))
    assert decoded is not None
    assert decoded.text == text
    assert "not UTF-8: read as" in decoded.note


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_note(encoding: str) -> None:
    decoded = decode("Größe 大きさ".encode(encoding))
    assert decoded is not None
    assert (decoded.text.removeprefix("\ufeff"), decoded.note) == ("Größe 大きさ", "")


def test_markup_says_its_encoding() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>caf\xe9 – “so”</p>'
    decoded = decode(page.encode("cp1252"), markup=True)
    assert decoded is not None
    assert decoded.text == page
    assert decoded.note == ""


def test_a_false_or_unknown_declaration_is_passed_over() -> None:
    for declared in ("utf-8", "no-such-code", "utf-7"):
        decoded = decode(f'<meta charset="{declared}"><p>{TEXTS["cp1252"]}</p>'.encode("cp1252"), markup=True)
        assert decoded is not None
        assert TEXTS["cp1252"] in decoded.text


@pytest.mark.parametrize(
    "data",
    [b"%PDF-1.4\n", b"PK\x03\x04x", b"\x89PNG\r\n", b"text\x00with zero", bytes(range(1, 32)) * 9, b"\x7fELFabc"],
)
def test_other_bytes_are_no_text(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize(
    "data", [b"plain", "\ufeffx".encode("utf-16"), "ж".encode("koi8_r") * 50, b"a\tb\r\nc\x0cd", b""]
)
def test_text_is_no_other_bytes(data: bytes) -> None:
    assert not is_binary(data)


def test_lines_of_one_file_are_taken_to_be_in_one_encoding() -> None:
    guesses, line = Guesses(), "Премьер-министр заявил, что переговоры продолжатся в пятницу утром.".encode("cp1251")
    for _ in range(MOST_GUESSES):
        assert decode(line, guesses=guesses) == decode(line)
    short = decode("да".encode("cp1251"), guesses=guesses)
    assert short is not None and short.text == "да"
