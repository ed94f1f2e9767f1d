"""Names of the months in the languages of the press, and days written with them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

# Unicode CLDR, wide and abbreviated forms (Arabic: also those of the Levant and the Maghreb); for each language after
# its colon twelve months, forms apart by |
NAMES = """
en: january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct
november|nov december|dec
de: januar|jan februar|feb märz|mär april|apr mai juni|jun juli|jul august|aug september|sept|sep oktober|okt
november|nov dezember|dez
fr: janvier|janv février|févr mars avril|avr mai juin juillet|juil août septembre|sept octobre|oct novembre|nov
décembre|déc
es: enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|sept octubre|oct
noviembre|nov diciembre|dic
it: gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set
ottobre|ott novembre|nov dicembre|dic
pt: janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out
novembro|nov dezembro|dez
nl: januari|jan februari|feb maart|mrt april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt
november|nov december|dec
da: januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sep oktober|okt november|nov
december|dec
sv: januari|jan februari|feb mars april|apr maj juni juli augusti|aug september|sep oktober|okt november|nov
december|dec
nb: januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov
desember|des
nn: januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov
desember|des
no: januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov
desember|des
fi: tammikuuta|tammi|tammikuu helmikuuta|helmi|helmikuu maaliskuuta|maalis|maaliskuu huhtikuuta|huhti|huhtikuu
toukokuuta|touko|toukokuu kesäkuuta|kesä|kesäkuu heinäkuuta|heinä|heinäkuu elokuuta|elo|elokuu syyskuuta|syys|syyskuu
lokakuuta|loka|lokakuu marraskuuta|marras|marraskuu joulukuuta|joulu|joulukuu
is: janúar|jan febrúar|feb mars|mar apríl|apr maí júní|jún júlí|júl ágúst|ágú september|sep október|okt nóvember|nóv
desember|des
pl: stycznia|sty|styczeń lutego|lut|luty marca|mar|marzec kwietnia|kwi|kwiecień maja|maj czerwca|cze|czerwiec
lipca|lip|lipiec sierpnia|sie|sierpień września|wrz|wrzesień października|paź|październik listopada|lis|listopad
grudnia|gru|grudzień
cs: ledna|led|leden února|úno|únor března|bře|březen dubna|dub|duben května|kvě|květen června|čvn|červen
července|čvc|červenec srpna|srp|srpen září|zář října|říj|říjen listopadu|lis|listopad prosince|pro|prosinec
sk: januára|jan|január februára|feb|február marca|mar|marec apríla|apr|apríl mája|máj júna|jún júla|júl
augusta|aug|august septembra|sep|september októbra|okt|október novembra|nov|november decembra|dec|december
hu: január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept
október|okt november|nov december|dec
ro: ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct
noiembrie|nov decembrie|dec
hr: siječnja|sij|siječanj veljače|velj|veljača ožujka|ožu|ožujak travnja|tra|travanj svibnja|svi|svibanj
lipnja|lip|lipanj srpnja|srp|srpanj kolovoza|kol|kolovoz rujna|ruj|rujan listopada|lis|listopad studenoga|stu|studeni
prosinca|pro|prosinac
sr: јануар|јан фебруар|феб март|мар април|апр мај јун јул август|авг септембар|сеп октобар|окт новембар|нов
децембар|дец
bg: януари|яну февруари|фев март април|апр май юни юли август|авг септември|сеп октомври|окт ноември|ное декември|дек
mk: јануари|јан февруари|фев март|мар април|апр мај јуни|јун јули|јул август|авг септември|сеп октомври|окт
ноември|ное декември|дек
ru: января|янв|январь февраля|февр|февраль марта|мар|март апреля|апр|апрель мая|май июня|июн|июнь июля|июл|июль
августа|авг|август сентября|сент|сентябрь октября|окт|октябрь ноября|нояб|ноябрь декабря|дек|декабрь
uk: січня|січ|січень лютого|лют|лютий березня|бер|березень квітня|квіт|квітень травня|трав|травень червня|черв|червень
липня|лип|липень серпня|серп|серпень вересня|вер|вересень жовтня|жовт|жовтень листопада|лист|листопад
грудня|груд|грудень
be: студзеня|сту|студзень лютага|лют|люты сакавіка|сак|сакавік красавіка|кра|красавік мая|май чэрвеня|чэр|чэрвень
ліпеня|ліп|ліпень жніўня|жні|жнівень верасня|вер|верасень кастрычніка|кас|кастрычнік лістапада|ліс|лістапад
снежня|сне|снежань
el: ιανουαρίου|ιαν|ιανουάριοσ φεβρουαρίου|φεβ|φεβρουάριοσ μαρτίου|μαρ|μάρτιοσ|μάρ απριλίου|απρ|απρίλιοσ
μαΐου|μαΐ|μάιοσ|μάι ιουνίου|ιουν|ιούνιοσ|ιούν ιουλίου|ιουλ|ιούλιοσ|ιούλ αυγούστου|αυγ|αύγουστοσ|αύγ
σεπτεμβρίου|σεπ|σεπτέμβριοσ οκτωβρίου|οκτ|οκτώβριοσ νοεμβρίου|νοε|νοέμβριοσ|νοέ δεκεμβρίου|δεκ|δεκέμβριοσ
tr: ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas
aralık|ara
az: yanvar|yan fevral|fev mart|mar aprel|apr may iyun|iyn iyul|iyl avqust|avq sentyabr|sen oktyabr|okt noyabr|noy
dekabr|dek
ar: يناير|جانفي فبراير|شباط|فيفري مارس|آذار أبريل|نيسان|أفريل مايو|أيار|ماي يونيو|حزيران|جوان يوليو|تموز|جويلية
أغسطس|آب|أوت سبتمبر|أيلول أكتوبر نوفمبر ديسمبر
fa: ژانویهٔ|ژانویه فوریهٔ|فوریه مارس آوریل مهٔ|مه ژوئن ژوئیهٔ|ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
he: ינואר|ינו׳ פברואר|פבר׳ מרץ אפריל|אפר׳ מאי יוני יולי אוגוסט|אוג׳ ספטמבר|ספט׳ אוקטובר|אוק׳ נובמבר|נוב׳ דצמבר|דצמ׳
hi: जनवरी|जन॰ फ़रवरी|फ़र॰ मार्च अप्रैल मई जून जुलाई|जुल॰ अगस्त|अग॰ सितंबर|सित॰ अक्टूबर|अक्टू॰ नवंबर|नव॰ दिसंबर|दिस॰
ur: جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر
bn: জানুয়ারী|জানু ফেব্রুয়ারী|ফেব মার্চ এপ্রিল|এপ্রি মে জুন জুলাই|জুল আগস্ট|আগ সেপ্টেম্বর|সেপ অক্টোবর|অক্টো
নভেম্বর|নভে ডিসেম্বর|ডিসে
ta: ஜனவரி|ஜன பிப்ரவரி|பிப் மார்ச்|மார் ஏப்ரல்|ஏப் மே ஜூன் ஜூலை ஆகஸ்ட்|ஆக செப்டம்பர்|செப் அக்டோபர்|அக் நவம்பர்|நவ
டிசம்பர்|டிச
te: జనవరి|జన ఫిబ్రవరి|ఫిబ్ర మార్చి ఏప్రిల్|ఏప్రి మే జూన్ జులై ఆగస్టు|ఆగ సెప్టెంబర్|సెప్టెం అక్టోబర్|అక్టో నవంబర్|నవం
డిసెంబర్|డిసెం
mr: जानेवारी|जाने फेब्रुवारी|फेब्रु मार्च एप्रिल|एप्रि मे जून जुलै ऑगस्ट|ऑग सप्टेंबर|सप्टें ऑक्टोबर|ऑक्टो
नोव्हेंबर|नोव्हें डिसेंबर|डिसें
id: januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu september|sep oktober|okt
november|nov desember|des
ms: januari|jan februari|feb mac april|apr mei jun julai|jul ogos|ogo september|sep oktober|okt november|nov
disember|dis
tl: enero|ene pebrero|peb marso|mar abril|abr mayo|may hunyo|hun hulyo|hul agosto|ago setyembre|set oktubre|okt
nobyembre|nob disyembre|dis
th: มกราคม|ม.ค กุมภาพันธ์|ก.พ มีนาคม|มี.ค เมษายน|เม.ย พฤษภาคม|พ.ค มิถุนายน|มิ.ย กรกฎาคม|ก.ค สิงหาคม|ส.ค กันยายน|ก.ย
ตุลาคม|ต.ค พฤศจิกายน|พ.ย ธันวาคม|ธ.ค
sw: januari|jan februari|feb machi|mac aprili|apr mei juni|jun julai|jul agosti|ago septemba|sep oktoba|okt
novemba|nov desemba|des
lt: sausio|saus|sausis vasario|vas|vasaris kovo|kov|kovas balandžio|bal|balandis gegužės|geg|gegužė
birželio|birž|birželis liepos|liep|liepa rugpjūčio|rugp|rugpjūtis rugsėjo|rugs|rugsėjis spalio|spal|spalis
lapkričio|lapkr|lapkritis gruodžio|gruod|gruodis
lv: janvāris|janv februāris|febr marts aprīlis|apr maijs jūnijs|jūn jūlijs|jūl augusts|aug septembris|sept
oktobris|okt novembris|nov decembris|dec
et: jaanuar|jaan veebruar|veebr märts aprill|apr mai juuni juuli august|aug september|sept oktoober|okt november|nov
detsember|dets
sq: janar|jan shkurt|shk mars|mar prill|pri maj qershor|qer korrik|korr gusht|gush shtator|sht tetor|tet nëntor|nën
dhjetor|dhj
ca: gener|gen febrer|febr març d’abril|d’abr|abril|abr maig juny juliol|jul d’agost|d’ag|agost|ag setembre|set
d’octubre|d’oct|octubre|oct novembre|nov desembre|des
eu: urtarrila|urt otsaila|ots martxoa|mar apirila|api maiatza|mai ekaina|eka uztaila|uzt abuztua|abu iraila|ira
urria|urr azaroa|aza abendua|abe
gl: xaneiro|xan febreiro|feb marzo|mar abril|abr maio xuño xullo|xul agosto|ago setembro|set outubro|out novembro|nov
decembro|dec
af: januarie|jan februarie|feb maart|mrt april|apr mei junie|jun julie|jul augustus|aug september|sep oktober|okt
november|nov desember|des
zu: januwari|jan februwari|feb mashi|mas ephreli|eph meyi|mey juni|jun julayi|jul agasti|aga septhemba|sep okthoba|okt
novemba|nov disemba|dis
xh: janyuwari|jan februwari|feb matshi|mat epreli|epr meyi|mey juni|jun julayi|jul agasti|aga septemba|sept|sep
okthobha|okt|okthoba novemba|nov disemba|dis
ka: იანვარი|იან თებერვალი|თებ მარტი|მარ აპრილი|აპრ მაისი|მაი ივნისი|ივნ ივლისი|ივლ აგვისტო|აგვ სექტემბერი|სექ
ოქტომბერი|ოქტ ნოემბერი|ნოე დეკემბერი|დეკ
hy: հունվարի|հնվ|հունվար փետրվարի|փտվ|փետրվար մարտի|մրտ|մարտ ապրիլի|ապր|ապրիլ մայիսի|մյս|մայիս հունիսի|հնս|հունիս
հուլիսի|հլս|հուլիս օգոստոսի|օգս|օգոստոս սեպտեմբերի|սեպ|սեպտեմբեր հոկտեմբերի|հոկ|հոկտեմբեր նոյեմբերի|նոյ|նոյեմբեր
դեկտեմբերի|դեկ|դեկտեմբեր
kk: қаңтар|қаң ақпан|ақп наурыз|нау сәуір|сәу мамыр|мам маусым|мау шілде|шіл тамыз|там қыркүйек|қыр қазан|қаз
қараша|қар желтоқсан|жел
uz: yanvar|yan fevral|fev mart|mar aprel|apr may iyun|iyn iyul|iyl avgust|avg sentabr|sen oktabr|okt noyabr|noy
dekabr|dek
"""
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’ʼ\u200c\u0300-\u036f\u0900-\u0dff])*|\d+")
LONGEST = 200  # characters of a line that is read


@cache
def months() -> dict[str, dict[str, int]]:
    """The number of each month by language and name."""
    table: dict[str, dict[str, int]] = {}
    for entry in re.split(r"\n(?=[a-z]{2}: )", NAMES.strip()):
        language, _, names = entry.partition(": ")
        forms = enumerate(names.split(), 1)
        table[language] = {form: number for number, joined in forms for form in joined.split("|")}
    return table


def day(line: str, language: str) -> date | None:
    """The one day that a line writes with a month's name and a year ("8 March 2024", "March 8, 2024"), in a language
    or in English; None if it writes none, more than one, or no year."""
    words = WORD.findall(line[:LONGEST].casefold())
    known = {**months()["en"], **months().get(language, {})}
    found = {when for at, word in enumerate(words) if word in known and (when := _around(words, at, known[word]))}
    return found.pop() if len(found) == 1 else None


def _around(words: list[str], at: int, month: int) -> date | None:
    """The day whose number stands within two words of the month, and whose year within three."""
    years = [w for w in words[max(0, at - 3) : at + 4] if len(w) == 4 and w.isdecimal()]
    days = [w for w in (*words[at + 1 : at + 2], *reversed(words[max(0, at - 2) : at])) if w.isdecimal() and len(w) < 3]
    try:
        return date(int(years[0]), month, int(days[0])) if years and days else None
    except ValueError:
        return None
