/**
 * Notes that try to run something. Whatever runs calls `ran()`, which the browser tests listen to, opens a dialog,
 * or asks another site for something.
 */

const ELSEWHERE = 'https://elsewhere.example'
const B64 = Buffer.from('<script>ran()</script>').toString('base64')

/** HTML that runs something where it becomes elements. */
const ELEMENTS: readonly string[] = [
  '<script>ran()</script>',
  '<SCRIPT\n>ran()</SCRIPT\t>',
  '<script/src=data:,ran()></script>',
  `<script src="${ELSEWHERE}/a.js"></script>`,
  '<script type="module">import("data:text/javascript,ran()")</script>',
  '<scr<script>ipt>ran()</scr</script>ipt>',
  '<<script>ran()//<</script>',
  '<img src=x onerror=ran()>',
  '<img src=x onerror="ran()"//',
  '<IMG """><SCRIPT>ran()</SCRIPT>">',
  '<img src=`x` onerror=`ran()`>',
  '<img\fsrc=x\fonerror=ran()>',
  '<img src=x:x onerror=&#114;an()>',
  `<img src=${ELSEWHERE}/a.png>`,
  `<img srcset="${ELSEWHERE}/b.png 2x">`,
  '<svg/onload=ran()>',
  '<svg><script>ran()</script></svg>',
  '<svg><script href="data:,ran()" /></svg>',
  '<svg><a xlink:href="javascript:ran()"><text y=20>x</text></a></svg>',
  '<svg><animate onbegin=ran() attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:ran()>',
  `<svg><use href="data:image/svg+xml;base64,${B64}#x"/></svg>`,
  `<svg><image href="${ELSEWHERE}/c.png"/></svg>`,
  '<svg><foreignObject><iframe srcdoc="<script>parent.ran()</script>"/></foreignObject></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=ran()&gt;">',
  '<math href="javascript:ran()">x</math>',
  '<form><math><mtext></form><form><mglyph><style></math><img src onerror=ran()>',
  '<iframe src="javascript:ran()"></iframe>',
  '<iframe srcdoc="&lt;script&gt;parent.ran()&lt;/script&gt;"></iframe>',
  `<iframe src="${ELSEWHERE}/frame"></iframe>`,
  '<frameset onload=ran()><frame src=javascript:ran()></frameset>',
  `<object data="data:text/html;base64,${B64}"></object>`,
  `<object type="text/x-scriptlet" data="${ELSEWHERE}/d"></object>`,
  `<embed src="data:text/html;base64,${B64}">`,
  '<applet code=A.class></applet>',
  '<form action="javascript:ran()"><button>x</button></form>',
  '<button form=f formaction="javascript:ran()">x</button><form id=f></form>',
  '<input autofocus onfocus=ran()>',
  '<input type=image src=x onerror=ran()>',
  '<select autofocus onfocus=ran()>',
  '<textarea autofocus onfocus=ran()>',
  '<keygen autofocus onfocus=ran()>',
  '<video src=x onerror=ran()></video>',
  '<video><source onerror=ran()></video>',
  `<audio src="${ELSEWHERE}/e.mp3" autoplay></audio>`,
  `<video poster="${ELSEWHERE}/f.png"></video>`,
  '<body onload=ran()>',
  '<body background="javascript:ran()">',
  '<marquee onstart=ran()>x</marquee>',
  '<details open ontoggle=ran()>x</details>',
  '<details ontoggle=ran()>\n<summary onclick=ran()>x</summary>\n\nx\n\n</details>',
  '<meta http-equiv=refresh content="0;url=javascript:ran()">',
  `<meta http-equiv="refresh" content="0;url=${ELSEWHERE}/g">`,
  '<meta http-equiv="Content-Security-Policy" content="script-src *">',
  `<link rel=stylesheet href="${ELSEWHERE}/h.css">`,
  '<link rel=import href="data:text/html,<script>ran()</script>">',
  `<link rel=preconnect href="${ELSEWHERE}"><link rel=prefetch href="${ELSEWHERE}/i">`,
  `<base href="${ELSEWHERE}/">`,
  `<style>@import "${ELSEWHERE}/j.css";body{background:url(${ELSEWHERE}/k.png)}</style>`,
  `<style>@font-face{font-family:x;src:url(${ELSEWHERE}/l.woff2)}*{font-family:x}</style>`,
  '<p style="background:url(javascript:ran())">x</p>',
  `<p style="background-image:url(${ELSEWHERE}/m.png)">x</p>`,
  '<div style="position:fixed;inset:0;z-index:9999">over all</div>',
  '<a href="javascript:ran()">x</a>',
  `<a href="${ELSEWHERE}/n" ping="${ELSEWHERE}/ping" target=_self>x</a>`,
  '<a href=x onclick=ran() autofocus tabindex=1 onfocus=ran()>x</a>',
  '<x onclick=ran() contenteditable autofocus onfocus=ran()>x</x>',
  '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  '<template><script>ran()</script></template>',
  '<template shadowrootmode=open><script>ran()</script></template>',
  '<title><img src=x onerror=ran()></title>',
  '<textarea></textarea><img src=x onerror=ran()></textarea>',
  '<xmp><p title="</xmp><img src=x onerror=ran()>">',
  '<plaintext><img src=x onerror=ran()>',
  '<listing>&lt;img src=x onerror=ran()&gt;</listing>',
  '<!--><img src=x onerror=ran()>-->',
  '<!-- --!><img src=x onerror=ran()> -->',
  '<!--[if gte IE 4]><script>ran()</script><![endif]-->',
  '<![CDATA[<script>ran()</script>]]>',
  '<?xml-stylesheet href="javascript:ran()"?>',
  '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>&y;',
  '<a\u0000href="javascript:ran()">x</a>',
  '<im\u0000g src=x onerror=ran()>',
  '<img/src="x"/onerror="ran()"/>',
  '<img src=x oNeRrOr=ran()>',
  "<img src='x' onerror='ran()' alt='\"><script>ran()</script>'>",
  '<sub onclick=ran()>x</sub>',
  '<kbd><script>ran()</script></kbd>',
  '<sup><img src=x onerror=ran()></sup>',
  '<br onmouseover=ran() style=display:block>',
  '<mark id=location name=location>x</mark>',
  '<img name=getElementById><form name=body><input name=cookie></form>',
  '<a id=constructor><a id=constructor name=prototype href=javascript:ran()></a>',
  '<slot name=x onslotchange=ran()></slot><dialog open onclose=ran()>x</dialog>',
  '<portal src="javascript:ran()"></portal><fencedframe src="x"></fencedframe>',
  '<script>ran()',
  '<img src=x onerror=ran()',
  '&lt;script&gt;ran()&lt;/script&gt;',
  '&#60;img src=x onerror=ran()&#62;',
  '\\<script>ran()\\</script>',
]

/** Addresses that run something, or lead elsewhere, where they are followed without a look. */
const ADDRESSES: readonly string[] = [
  'javascript:ran()',
  'JaVaScRiPt:ran()',
  'javascript&colon;ran()',
  'javascript&#58;ran()',
  'javascript&#x3A;ran()',
  '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;ran()',
  '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;ran()',
  'java&Tab;script:ran()',
  'java&NewLine;script:ran()',
  'java\\tscript:ran()',
  'java%0ascript:ran()',
  'java%09script:ran()',
  '%6Aavascript:ran()',
  'javascript%3Aran()',
  '&#1;javascript:ran()',
  '%01javascript:ran()',
  '&#x200B;javascript:ran()',
  '\u00A0javascript:ran()',
  '\uFEFFjavascript:ran()',
  'ｊavascript:ran()',
  'javascript://%0aran()',
  'javascript://elsewhere.example/%0Aran()',
  'javascript:/*--></script>*/ran()',
  'javascript:void(ran())',
  'jav\\ascript:ran()',
  'vbscript:ran()',
  'VBScript:MsgBox(1)',
  'livescript:ran()',
  'mocha:ran()',
  `data:text/html;base64,${B64}`,
  'data:text/html,%3Cscript%3Eran()%3C/script%3E',
  'data:image/svg+xml,%3Csvg%20onload=ran()%3E',
  'DATA:text/html,x',
  'data&colon;text/html,x',
  'blob:https://elsewhere.example/1',
  'filesystem:https://elsewhere.example/1',
  'file:///etc/passwd',
  'view-source:javascript:ran()',
  'feed:javascript:ran()',
  'jar:https://elsewhere.example!/x',
  'about:blank',
  'chrome://settings',
  'intent://elsewhere.example#Intent;scheme=https;end',
  'tel:1',
  'ws://elsewhere.example',
  '//elsewhere.example/x',
  '\\\\\\\\elsewhere.example/x',
  '/\\\\elsewhere.example/x',
  '/\\elsewhere.example/x',
  '/%5Celsewhere.example/x',
  '/%2F/elsewhere.example/x',
  '/&Tab;/elsewhere.example/x',
  '/./javascript:ran()',
  './javascript:ran()',
  '?javascript:ran()',
  '#javascript:ran()',
  'https:elsewhere.example',
  'https:/elsewhere.example',
  'http:javascript:ran()',
  'https://',
  'https://[::1',
  'https://%00',
  'mailto:',
  'mailto:a@b.example?body=%0d%0aX',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
]

/** Words that scripts know as names of their own. */
const NAMES: readonly string[] =
  'constructor __proto__ prototype location document window self top parent name history navigator toString valueOf hasOwnProperty root main body head forms cookie title alert fetch ran attributes children nodeName getElementById defaultView then undefined null NaN'.split(
    ' ',
  )

/** One attack in every place of a note where an address may stand. */
function inAddresses(address: string): string {
  return [
    `[a](${address})`,
    `[b](<${address}>)`,
    `![c](${address})`,
    `<${address}>`,
    `[d][d]`,
    `[e](${address} "t")`,
    `[![f](${address})](${address})`,
    `[^g]`,
    '',
    `[d]: ${address}`,
    '',
    `[^g]: [x](${address})`,
  ].join('\n')
}

/** One attack in every place of a note where words may stand. */
function inWords(html: string): string {
  const line = html.replace(/\s+/g, ' ')
  return [
    html,
    '',
    `In March 2021 ${line} it **${line}** was.`,
    '',
    `## ${line} (May 2020)`,
    '',
    `- ${line}`,
    `- [${line}](https://a.example "${line.replace(/"/g, '&quot;')}")`,
    `- ![${line}](a.png "${line.replace(/"/g, '&quot;')}")`,
    '',
    `| ${line} | 2020 |`,
    '|---|---|',
    `| \`${line}\` | ${line} |`,
    '',
    `> ${line}`,
    '',
    `\`\`\`${line.replace(/`/g, '')}`,
    html,
    '```',
    '',
    `A[^${line.replace(/[\s\]]/g, '')}].`,
    '',
    `[^${line.replace(/[\s\]]/g, '')}]: ${line}`,
    '',
    `<details>\n<summary>${line}</summary>\n\n${html}\n\n</details>`,
    '',
  ].join('\n')
}

/** The attack as every field of the front matter; JSON is YAML, and nearly TOML. */
function inFields(text: string, fence: '---' | '+++'): string {
  const fields =
    'title lang date topics tags author source model summary slug translationKey description'.split(' ')
  const equals = fence === '---' ? ':' : ' ='
  const value = JSON.stringify(text).replace(/[\u007F-\u009F\u2028\u2029]/g, '')
  return `${fence}\n${fields
    .map((name) => `${name}${equals} ${/^to|^ta/.test(name) ? `[${value}]` : value}`)
    .join('\n')}\n${fence}\n\nIn 2020 it was.\n`
}

function* groupsOf<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size)
}

/** Every attack as a file, by name; several of a kind share one, so that a browser can look at all. */
export function attacks(): Map<string, string> {
  const files = new Map<string, string>()
  const add = (kind: string, text: string) => files.set(`${kind}-${files.size + 1}.md`, text)
  for (const group of groupsOf(ELEMENTS, 8)) add('elements', group.map(inWords).join('\n\n'))
  for (const group of groupsOf(ADDRESSES, 8)) add('addresses', group.map(inAddresses).join('\n\n'))
  for (const text of ELEMENTS.filter((_, i) => i % 7 === 0)) add('yaml', inFields(text, '---'))
  for (const text of ADDRESSES.filter((_, i) => i % 9 === 0)) add('toml', inFields(text, '+++'))
  for (const text of NAMES.slice(0, 3)) add('names', inFields(text, '---'))
  files.set(
    'headings.md',
    NAMES.map((name) => `## ${name}\n\n[a](#${name}) [^${name}]\n\n[^${name}]: x\n`).join('\n'),
  )
  files.set('__proto__.md', '# __proto__\n\n[a](constructor.md) [b](__proto__) ![c](toString)\n')
  files.set(
    'constructor.md',
    '---\n__proto__: {x: 1}\nconstructor: x\ntopics: [__proto__, constructor/prototype]\n---\n',
  )
  files.set(
    'bidi.md',
    '# A \u202Edne\n\nIn 2020 \u2066x\u2069 &#x202E;y `\u202D` \u202B.\n\n| \u202E | b |\n|-|-|\n| 2021 | \u2067 |\n',
  )
  files.set('piles.md', `# A${'\u0301'.repeat(50_000)}\n\nIn 2020 b${'\u0489'.repeat(100_000)} &#x301;c\n`)
  files.set(
    'formulas.md',
    `---\ntitle: "=HYPERLINK(\\"${ELSEWHERE}\\")"\ntopics: ["=1+1", "+1", "-1", "@x"]\n---\n\n=1+1 in 2020\n`,
  )
  return files
}
