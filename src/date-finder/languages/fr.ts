import type { Language } from '../language.ts'

export const fr: Language = {
  tag: 'fr',
  months: 'jan|janv fev|fév|févr|fevrier mar avr - jun jui|juil~l aou|aout sep|sept oct nov dec|déc|decembre',
  unsure: 'mars',
  numbers:
    'un|une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt vingt_et_un vingt-deux vingt-trois vingt-quatre vingt-cinq vingt-six vingt-sept vingt-huit vingt-neuf trente trente_et_un',
  ordinals:
    'premier|première|premiere|1er deuxième|deuxieme|second~e troisième|troisieme quatrième cinquième sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième vingt_et_unième',
  ordinal: 'ᵉʳ|ᵉ|er|ère|e|ème|eme|nd|nde|re',
  tens: 's',
  tensWords: '- vingt trente quarante cinquante soixante soixante-dix quatre-vingt~s quatre-vingt-dix',
  years: 'années',
  seasons: 'printemps été automne hiver',
  units: {
    day: 'jour~s',
    weekend: 'week-end|weekend|week-ends|fin de semaine',
    week: 'semaine~s',
    month: 'mois',
    quarter: 'trimestre~s|trim.',
    half: 'semestre~s|sem.|moitié',
    year: 'an|ans|année~s',
    decade: 'décennie~s',
    century: 'siècle~s|s.',
  },
  plural:
    'jours|semaines|week-ends|derniers|dernières|prochains|prochaines|trimestres|semestres|ans|années|décennies|siècles|s.',
  amounts: { '100 year': 'cent ans', '2 week': 'quinzaine|quinze jours' },
  relative: {
    'day-2': 'avant-hier|avant hier',
    'day-1': 'hier',
    day0: "aujourd'hui|aujourd’hui",
    day1: 'demain',
    day2: 'après-demain|apres-demain',
  },
  shifts: {
    '-1': 'dernier|dernière|derniers|dernières|derniere~s|passé~e',
    '0': 'ce|cette|cet|ces',
    '1': 'prochain~e~s~es',
  },
  shiftsAfter: {
    '-1': 'dernier|dernière|derniers|dernières|passé~e~s~es|écoulé~e~es~s',
    '0': 'en cours|courant~e|actuelle',
    '1': 'prochain~e~s~es|à venir',
  },
  same: 'la même|même|de la même',
  spoken: { '0': 'cette année-là|année-là', '-1': 'année précédente', '1': 'année suivante' },
  before: {
    start: 'début|début de|début d’|débuts de|commencement de|début du|début des',
    mid: 'mi|milieu de|milieu du|milieu des|mi-',
    end: 'fin|fin de|fin du|fin des',
    approx: 'vers|environ|autour de|circa|aux alentours de|ca.|aux environs de|près de',
  },
  agoBefore:
    'il y a|voici|voilà|il y a environ|il y a près de|il y a à peu près|il y a plus de|il y a moins de',
  henceBefore: "dans|d’ici|d'ici",
  later: 'plus tard',
  half: 'et demi|et demie',
  eras: {
    BC: 'av. j.-c.|avant j.-c.|av. j-c|avant jésus-christ|av. n. è.|avant notre ère',
    0: 'ap. j.-c.|après j.-c.|de notre ère|apr. j.-c.',
  },
  fiscal: 'exercice|exercice fiscal|année fiscale|exercice budgétaire',
  parts: {
    quarter1: 't1|q1',
    quarter2: 't2|q2',
    quarter3: 't3|q3',
    quarter4: 't4|q4',
    half1: 's1|h1',
    half2: 's2|h2',
  },
  days: {
    '12-25': 'noël|noel|jour de noël',
    '01-01': "jour de l'an|jour de l’an|nouvel an",
    '07-14': 'fête nationale',
    '02-14': 'saint-valentin|saint valentin',
    '12-24': 'réveillon de noël',
    '12-31': 'saint-sylvestre|réveillon du nouvel an',
    '11-11': 'armistice',
    '11-01': 'toussaint',
  },
  last: 'dernier|dernière|derniere',
  to: "au|à|jusqu’au|jusqu'au|jusqu’à|jusqu'à|jusqu’en|jusqu'en|jusqu'a|et le",
  and: 'et|et le|et les',
  between: 'entre|entre le|entre les|compris entre|compris entre le',
  now: "aujourd’hui|aujourd'hui|présent|nos jours|ce jour|maintenant|à présent",
  of: "de|du|des|de l'|de l’|d'|d’|le|la|les|l'|l’|en|de la",
  apart: 'en',
  in: "en|depuis|de|dès|à|pour|durant|pendant|par|entre|le|au|du|an|vers|jusqu’en|jusqu'en|et|avant|après|d'ici|année|fin|début|été|printemps|hiver|automne",
  on: "le|au|du|jusqu’au|jusqu'au|dès le|depuis le|de|entre le|et le",
  every: 'chaque|tous les|toutes les|par|un|une',
  counted:
    'personnes|employés|ouvriers|participants|visiteurs|membres|exemplaires|tonnes|hommes|femmes|utilisateurs|dollars|euros|francs|millions|milliards|mètres|kilomètres|points|pages|fois|heures|minutes|secondes|salariés|habitants|morts|victimes|enfants|élèves|unités|cas|voix|soldats|pour cent|mots|degrés|places|h',
  countedEnding: 's',
  uncounted: 'dans|plus|puis|vers|sous|sans|nous|vous|tous|mais|elles|leurs|depuis|trois|moins|alors',
  named:
    'rame|train|voie|vol|version|n°|nº|numéro|page|p.|port|salle|modèle|niveau|ligne|erreur|rue|article|section|chapitre|chap.|art.|pp.|pages|alinéa|al.|loi|loi n°|décret|décret n°|règlement|directive|dossier|tome|réf.|cote|rés|presque|plus de',
  none:
    "premier d'|premier d’|premier de|" +
    'a été|ont été|avait été|avaient été|aura été|auront été|ayant été|avoir été|ai été|avons été|avez été|aurait été|auraient été|ait été|aient été|eût été|pas été|jamais été|toujours été|déjà été|également été|aussi été|donc été|ensuite été|enfin été',
  the: 'le|du|au',
  following: 'suivant',
  since: 'depuis|depuis le',
  future:
    'devrait|devraient|devra|devront|pourra|pourront|entrera|entreront|ouvrira|débutera|débuteront|commencera|commenceront|publiera|présentera|présenteront|annoncera|tiendra|tiendront|lancera|lanceront|sortira|paraîtra|votera|fermera|arrivera|arriveront|attendu~e~s~es|prévus|prévues|prévoient|sera|seront|va|vont|prévu~e|prévoit|aura|auront|reviendrai|serai|rentrer|vais',
}
