import type { Language } from '../language.ts'

export const de: Language = {
  tag: 'de',
  months: 'jänner|jän feber mrz|mär|maerz apr - jun|juno jul|julei aug sep|sept okt nov dez',
  unsure: 'august|hälfte',
  weekdays: 'mo di mi do fr sa|sonnabend so',
  numbers:
    'ein|eine|einem|einer|eines|einen|eins zwei|zweier|zwo drei|dreier vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  ordinals:
    'erste|ersten|erster|erstes zweite|zweiten|zweiter|zweites dritte|dritten|dritter|drittes vierte|vierten|vierter|viertes fünfte|fünften|fünfter sechste|sechsten|sechster siebte|siebten|siebter|siebente|siebenten achte|achten|achter neunte|neunten|neunter zehnte|zehnten|zehnter elfte|elften|elfter zwölfte|zwölften|zwölfter dreizehnte|dreizehnten|dreizehnter vierzehnte|vierzehnten|vierzehnter fünfzehnte|fünfzehnten|fünfzehnter sechzehnte|sechzehnten|sechzehnter siebzehnte|siebzehnten|siebzehnter achtzehnte|achtzehnten|achtzehnter neunzehnte|neunzehnten|neunzehnter zwanzigste|zwanzigsten|zwanzigster einundzwanzigste|einundzwanzigsten|einundzwanzigster zweiundzwanzigste|zweiundzwanzigsten|zweiundzwanzigster dreiundzwanzigste|dreiundzwanzigsten|dreiundzwanzigster vierundzwanzigste|vierundzwanzigsten|vierundzwanzigster fünfundzwanzigste|fünfundzwanzigsten|fünfundzwanzigster sechsundzwanzigste|sechsundzwanzigsten|sechsundzwanzigster siebenundzwanzigste|siebenundzwanzigsten|siebenundzwanzigster achtundzwanzigste|achtundzwanzigsten|achtundzwanzigster neunundzwanzigste|neunundzwanzigsten|neunundzwanzigster dreißigste|dreißigsten|dreißigster|dreissigste|dreissigsten|dreissigster einunddreißigste|einunddreißigsten|einunddreißigster|einunddreissigste|einunddreissigsten|einunddreissigster',
  ordinal: 'ter|ten|te|tes|.',
  tens: 'er|ern',
  decades:
    'zehner|zehnern|zehnerjahre|zehnerjahren zwanziger|zwanzigern|zwanzigerjahre|zwanzigerjahren dreißiger|dreißigern|dreißigerjahre|dreißigerjahren|dreissiger|dreissigern|dreissigerjahre|dreissigerjahren vierziger|vierzigern|vierzigerjahre|vierzigerjahren fünfziger|fünfzigern|fünfzigerjahre|fünfzigerjahren sechziger|sechzigern|sechzigerjahre|sechzigerjahren siebziger|siebzigern|siebzigerjahre|siebzigerjahren achtziger|achtzigern|achtzigerjahre|achtzigerjahren neunziger|neunzigern|neunzigerjahre|neunzigerjahren nullerjahre|nullerjahren|zweitausender|zweitausendern|zweitausenderjahre',
  seasons:
    'frühling|frühjahr|frühlings|frühjahrs sommer|sommers|hochsommer|spätsommer|frühsommer herbst|herbstes|spätherbst winter|winters|spätwinter',
  units: {
    day: 'tag|tage|tagen|tages',
    weekend: 'wochenende|wochenenden|wochenendes',
    week: 'woche|wochen|kw|kalenderwoche',
    month: 'monat|monate|monaten|monats',
    quarter: 'quartal|quartale|quartals|quartalen',
    half: 'halbjahr|hälfte|halbjahrs|halbjahres|hj.|hj',
    year: 'jahr|jahre|jahren|jahres|jahrs',
    decade: 'jahrzehnt|jahrzehnte|jahrzehnten|jahrzehnts|dekade|dekaden',
    century: 'jahrhundert|jahrhunderte|jahrhunderts|jh.|jhd.|jh|jhd|jahrhunderten|jhdt.|jahrh.',
  },
  plural:
    'tage|tagen|wochen|wochenenden|monate|monaten|quartale|quartalen|jahre|jahren|jahrzehnte|jahrzehnten|dekaden|jahrhunderte|jahrhunderten',
  amounts: {
    '0.5 year': 'einem halben jahr|ein halbes jahr',
    '1.5 year': 'anderthalb jahren|eineinhalb jahren|anderthalb jahre|eineinhalb jahre',
    '2.5 year': 'zweieinhalb jahren|zweieinhalb jahre',
    '1.5 month': 'anderthalb monaten|eineinhalb monaten',
    '3 month': 'einem vierteljahr',
    '30 year': 'dreißig jahren|dreißig jahre',
    '40 year': 'vierzig jahren|vierzig jahre',
    '50 year': 'fünfzig jahren|fünfzig jahre',
    '100 year': 'hundert jahren|hundert jahre|einhundert jahren',
  },
  relative: {
    'day-3': 'vorvorgestern',
    'day-2': 'vorgestern',
    'day-1': 'gestern|gestern morgen',
    day0: 'heute|heute morgen',
    day1: 'morgen|morgen früh',
    day2: 'übermorgen',
    'year-2': 'vorletztes jahr|vorletzten jahres|vorletzten jahr|vorvergangenes jahr|vorvergangenen jahr',
    year0: 'heuer',
    year2: 'übernächstes jahr|übernächsten jahr',
    week2: 'übernächste woche|übernächsten woche',
    'month-2': 'vorletzten monat|vorletzten monats',
    month2: 'übernächsten monat',
    'week-2': 'vorletzte woche|vorletzten woche',
    'weekend-2': 'vorletztes wochenende|vorletzten wochenende',
    weekend2: 'übernächstes wochenende|übernächsten wochenende',
  },
  shifts: {
    '-1': 'letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vergangener|vergangenes|vergangenem|vorige|vorigen|voriger|voriges|vorigem',
    '0': 'diese|diesen|dieser|dieses|diesem|laufende|laufenden|laufender|laufendes|aktuelle|aktuellen|aktueller',
    '1': 'nächste|nächsten|nächster|nächstes|nächstem|kommende|kommenden|kommender|kommendes|kommendem',
  },
  same: 'desselben|gleichen|selben|jahresende|jahresanfang|jahresbeginn|jahresmitte',
  spoken: {
    '0': 'desselben jahres|selben jahr|selben jahres|gleichen jahr|gleichen jahres',
    '1': 'folgejahr|folgejahres|folgejahrs|folgenden jahr|folgenden jahres|darauffolgenden jahr|darauffolgenden jahres',
    '-1': 'vorjahr|vorjahres|vorjahrs',
  },
  none: 'nächsten tag|nächster tag|nächsten tages|mai thi|guten morgen|am morgen|der morgen|den morgen|jeden morgen|diesen morgen|nächsten morgen|folgenden morgen|eines tages|dieser tage|dieser tag',
  before: {
    start: 'anfang|frühe|frühen|beginn|frühes|frühem|früher|zu anfang',
    mid: 'mitte|mittleren',
    end: 'ende|späte|späten|spätes|ausgang|ausgehenden',
    approx: 'um|etwa|ungefähr|circa|ca.|ca|rund|gegen|zirka|um das|um den|vermutlich|wohl',
  },
  after: { start: 'jahresanfang|jahresbeginn', mid: 'jahresmitte', end: 'jahresende' },
  ago: 'her',
  agoBefore:
    'vor|vor etwa|vor rund|vor ungefähr|vor gut|vor knapp|vor fast|vor über|vor mehr als|vor weniger als|vor circa|vor ca.|vor beinahe|vor genau',
  henceBefore: 'in',
  half: 'einhalb',
  eras: {
    BC: 'v. chr.|v.chr.|v.chr|v. chr|v. u. z.|vor christus|vor christi geburt|v. d. z.|vor unserer zeitrechnung|vor unserer zeit',
    0: 'n. chr.|n.chr.|n. chr|nach christus|nach christi geburt|n. u. z.|unserer zeitrechnung',
  },
  fiscal:
    'geschäftsjahr|geschäftsjahres|fiskaljahr|wirtschaftsjahr|haushaltsjahr|gj|schuljahr|schuljahres|saison|spielzeit|studienjahr|wintersemester|ws|wise',
  parts: { quarter1: 'q1', quarter2: 'q2', quarter3: 'q3', quarter4: 'q4', half1: 'h1', half2: 'h2' },
  days: {
    '12-25': 'weihnachten',
    '12-24': 'heiligabend',
    '12-31': 'silvester|sylvester',
    '01-01': 'neujahr|neujahrstag',
    '10-31': 'halloween|reformationstag',
    '10-03': 'tag der deutschen einheit',
    '05-01': 'maifeiertag',
  },
  last: 'letzte|letzten|letzter|letztes',
  to: 'bis|bis zum|bis zur|bis in|bis ins|auf den|bis zu|bis einschließlich',
  and: 'und|und dem|und den|sowie|oder',
  between: 'zwischen|zwischen dem|zwischen den',
  now: 'heute|jetzt|zur gegenwart|dato|in die gegenwart',
  of: 'des|der|den|dem|die|das|im|am|von|vom|jahre|jahr der',
  in: 'in|im|seit|bis|ab|von|vom|um|während|zwischen|nach|vor|jahr|jahre|anno|und|gegen|am|durch|zum|sommer|winter|frühjahr|herbst|stand|der|den|letzten|ende|anfang|per|des|bereits|schon|erst|noch',
  on: 'am|den|dem|vom|bis|bis zum|zum|ab|seit dem|auf den|der|stand|per|geboren|gestorben|datum',
  every: 'jeden|jedes|jede|jedem|jeder|ein|einen|einem|eines jeden',
  counted:
    'leute|leuten|chf|personen|menschen|männer|frauen|nutzer|dollar|euro|mark|franken|millionen|milliarden|mio|mrd|tausend|meter|kilometer|punkte|punkten|seiten|mal|stunden|minuten|sekunden|mitarbeiter|mitarbeitern|mitglieder|einwohner|einwohnern|tote|toten|kinder|schüler|einheiten|fälle|stimmen|soldaten|prozent|wörter|grad|uhr|stück|gäste|besucher|teilnehmer|teilnehmern|exemplare|exemplaren|arbeiter|arbeitern|metern|kilometern|besuchern|gästen|kindern|schülern|mitgliedern|büchern|häusern|wohnungen|stücken|litern|punkten|arten|tonnen|liter|watt|volt|jobs|stellen|autos|wohnungen|bücher|werke|häuser|unternehmen|firmen|studenten|studierende|gebäude|pfund|rubel|kronen|gramm|quadratmeter|hektar|ps',
  named:
    'windows|office|version|nr.|nr|nummer|seite|s.|port|raum|modell|iso|din|rfc|stufe|linie|fehler|straße|artikel|fast|über|mindestens|bauhaus|en|typ|peugeot|code|kapitel|postleitzahl|plz|tel.|tel|zimmer|band|paragraf|rund|knapp|gut',
  future:
    'wird|werden|soll|sollen|geplant|voraussichtlich|künftig|will|wollen|werde|treffen|kommt|startet|beginnt|endet|findet|müssen|muss|plant|planen|erwartet',
}
