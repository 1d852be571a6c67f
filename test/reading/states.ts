/** Something that a storage may hold of one site, by the names below its prefix. */
export interface StoredState {
  name: string
  entries: Record<string, string>
  /** Names of what is nobody's, or not whole: a copy of each stands aside, and the reader is told. */
  aside?: string[]
  /** Names of what a newer version wrote: it is left as it is, and the reader is told. */
  newer?: string[]
  /** Whether what {@link GOOD} says is still known, of the note `a`. */
  good?: false
}

/** What is right in a record beside what is wrong in it. */
export const GOOD = { finished: { on: true, at: 70 }, starred: { 's-good': { on: true, at: 71 } } }

const MOMENTS = [
  '"yesterday"',
  '"1764000000000"',
  'null',
  '[]',
  '{}',
  'true',
  '1e300',
  '8.64e15',
  '-9e15',
  '1e999',
]

const record = (fields: string, v = '5') =>
  `{"v":${v},"finished":${JSON.stringify(GOOD.finished)},"starred":${JSON.stringify(GOOD.starred)}${fields && `,${fields}`}}`

/** A note's record with one thing wrong in it. */
const wrong = (name: string, fields: string, v?: string): StoredState => ({
  name: `a record with ${name}`,
  entries: { 'note:a': record(fields, v) },
  aside: ['note:a'],
})
const right = (name: string, text: string): StoredState => ({ name, entries: { 'note:a': text } })
const noRecord = (text: string): StoredState => ({
  name: `no record but ${text.length > 40 ? `${text.slice(0, 40)}…` : JSON.stringify(text)}`,
  entries: { 'note:a': text },
  aside: ['note:a'],
  good: false,
})

const HIGHLIGHT = {
  at: 5,
  made: 5,
  quote: { exact: 'words', prefix: '', suffix: '' },
  position: { start: 0, end: 5 },
}
const highlight = (change: object) => `"highlights":{"h":${JSON.stringify({ ...HIGHLIGHT, ...change })}}`

export const STATES: readonly StoredState[] = [
  ...[
    '',
    ' ',
    'null',
    'true',
    '7',
    '"text"',
    '[]',
    '[{"v":5}]',
    '{',
    '{}',
    'undefined',
    'NaN',
    '{"v":5,"opened":NaN}',
    '{"v":5,"opened":1}}',
    record('').slice(0, -9),
    '\0\0\0',
    '�PNG',
    '{"v":"newest"}',
    '['.repeat(50_000),
    `{"v":5,"place":${'{"a":'.repeat(50_000)}`,
  ].map(noRecord),
  ...['"5"', 'null', '0', '-1', '4.5', 'true', '[]', '{}'].map((v) => wrong(`the version ${v}`, '', v)),
  ...MOMENTS.map((moment) => wrong(`opened at ${moment}`, `"opened":${moment}`)),
  ...MOMENTS.map((moment) =>
    wrong(`a place at ${moment}`, `"place":{"anchor":"s","progress":0.5,"at":${moment}}`),
  ),
  ...['"x"', '[]', '7', '{}', '{"anchor":7,"progress":0,"at":1}', '{"anchor":"s","at":1}'].map((place) =>
    wrong(`the place ${place}`, `"place":${place}`),
  ),
  ...['"0.5"', 'null', '-1', '2', '1e999', '[]'].map((progress) =>
    wrong(`the progress ${progress}`, `"place":{"anchor":"s","progress":${progress},"at":1}`),
  ),
  wrong('an endless anchor', `"place":{"anchor":"${'x'.repeat(200_000)}","progress":0.5,"at":1}`),
  ...['"r1"', 'null', '{"value":1,"at":1}', '{"value":"r"}', '[]'].map((revision) =>
    wrong(`the revision ${revision}`, `"revision":${revision}`),
  ),
  ...['true', '"on"', '{"on":1,"at":1}', '{"on":true}', '{"at":1}', '[true,1]', 'null'].map((flag) =>
    wrong(`queued as ${flag}`, `"queued":${flag}`),
  ),
  ...['read', 'followed', 'sections', 'highlights'].flatMap((field) =>
    ['[]', 'null', '"s"', '7', '{"s":true}', '{"s":null}', '{"s":{"on":"yes","at":"1"}}'].map((flags) =>
      wrong(`${field} as ${flags}`, `"${field}":${flags}`),
    ),
  ),
  wrong('an endless name', `"read":{"${'x'.repeat(5000)}":{"on":true,"at":1}}`),
  ...[
    { quote: undefined },
    { quote: 'words' },
    { quote: { exact: '' } },
    { quote: { exact: 7 } },
    { quote: { exact: 'x'.repeat(5000) } },
    { quote: { ...HIGHLIGHT.quote, prefix: [] } },
    { position: undefined },
    { position: { start: -1, end: 5 } },
    { position: { start: 5, end: 5 } },
    { position: { start: 0.5, end: 5 } },
    { position: { start: '0', end: '5' } },
    { position: { start: 0, end: 1e300 } },
    { made: 'today' },
    { at: null },
    { remark: 7 },
    { remark: 'x'.repeat(5000) },
    { anchor: {} },
  ].map((change) => wrong(`a highlight with ${JSON.stringify(change).slice(0, 50)}`, highlight(change))),

  right('a record of the first version', record('', '1')),
  right('a record of the second version', record('"followed":{"k":{"on":true,"at":1}}', '2')),
  right('a record of the third version', record('"read":{"s":{"on":false,"at":1}}', '3')),
  right('a record of the fourth version', record('"queued":{"on":true,"at":1}', '4')),
  right('a record with what nobody knows', record('"mood":"good","opened":3')),
  right('a record from before 1970', record('"opened":-1,"queued":{"on":true,"at":-5}')),
  right('a record from a clock far ahead', record('"opened":4e12,"queued":{"on":true,"at":7e15}')),
  right('a record with fractions of moments', record('"opened":1.5')),
  right(
    'a record with names that objects have',
    record('"read":{"__proto__":{"on":true,"at":1},"constructor":{"on":true,"at":1}}'),
  ),
  right(
    'a record with empty names',
    record('"read":{"":{"on":true,"at":1}},"place":{"anchor":"","progress":0,"at":1}'),
  ),
  right('a record in another order, with blanks', `\n ${record('').replace(/[:,]/g, '$& \n')} `),
  right('a record that gives a field twice', record('"opened":1,"opened":2')),
  right(
    'a record with many marks',
    record(`"read":{${Array.from({ length: 5000 }, (_, i) => `"s-${i}":{"on":true,"at":${i}}`)}}`),
  ),
  right('a highlight without a place in the note', record(highlight({ anchor: undefined, remark: '' }))),
  right('a highlight that was taken away', record('"highlights":{"h":{"at":9}}')),
  right(
    'a highlight of words that are nowhere',
    record(highlight({ position: { start: 9e9, end: 9e9 + 5 } })),
  ),

  ...['6', '99', '1e9', '1e999'].map((v) => ({
    name: `a record of the version ${v}`,
    entries: { 'note:a': `{"v":${v},"shape":["unknown"]}` },
    newer: ['note:a'],
    good: false as const,
  })),

  ...[
    '',
    ':',
    'a:b',
    '../../settings',
    '\ud800',
    '%E0%A4%A',
    'a b',
    '__proto__',
    'constructor',
    '港口',
    '<b>',
    'x'.repeat(299),
  ].map((slug) => ({
    name: `a note called ${slug.slice(0, 20)}`,
    entries: { 'note:a': record(''), [`note:${slug}`]: record('"opened":9') },
  })),
  { name: 'what another version keeps', entries: { 'note:a': record(''), 'ink:a': '{"x":1}', asked: '{}' } },

  ...[
    '',
    '{',
    'null',
    '[]',
    '7',
    '{}',
    '{"v":"1"}',
    '{"v":1,"theme":"dark"}',
    '{"v":1,"theme":{"value":"pink","at":1}}',
    '{"v":1,"size":{"value":"90","at":1e300}}',
    '{"v":1,"size":{"value":90,"at":1}}',
    '{"v":1,"language":{"value":"not a tag, and far too long for one that is","at":1}}',
  ].map((text) => ({
    name: `the settings ${text}`,
    entries: { 'note:a': record(''), settings: text },
    aside: ['settings'],
  })),
  {
    name: 'settings of a newer version',
    entries: { 'note:a': record(''), settings: '{"v":2,"theme":"plaid"}' },
    newer: ['settings'],
  },
  ...[
    '',
    '{',
    'null',
    '[]',
    '7',
    '{"last":"x"}',
    '{"last":1e300}',
    '{"last":-1,"before":9e99}',
    '{"last":1,"before":null}',
    '{"last":9e14}',
  ].map((visit) => ({ name: `the visit ${visit}`, entries: { 'note:a': record(''), visit } })),
  ...['', 'x', 'NaN', 'Infinity', '1e300', '9e15', '4e12', '{}'].map((cleared) => ({
    name: `cleared at ${cleared}`,
    entries: { 'note:a': record(''), cleared },
  })),
  ...[
    '{',
    '[]',
    '{}',
    '{"at":"x","entries":{}}',
    '{"at":1,"entries":{"note:a":7}}',
    '{"at":1e300,"entries":{}}',
  ].map((kept) => ({
    name: `what was cleared as ${kept}`,
    entries: { 'note:a': record(''), 'cleared:kept': kept },
    aside: ['cleared:kept'],
  })),
  {
    name: 'a broken record beside earlier ones',
    entries: { 'note:a': record('"opened":"x"'), 'aside:a': '{first', 'aside:a.2': '{second' },
    aside: ['note:a'],
  },
]
