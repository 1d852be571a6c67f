/** What a drawing may be made of. Nothing here runs, loads or leads anywhere by itself. */
const ELEMENTS = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop clipPath mask pattern marker filter switch view image style ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap ' +
    'feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode ' +
    'feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence'
  ).split(' '),
)

const TOKEN =
  /<\?xml [^<>?]*\?>|<!DOCTYPE svg[^<>[\]]*>|<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[(?:(?!\]\]>)[\s\S])*\]\]>|<(\/?)([^\s<>/="']+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|[^<]+/y
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const SVG = 'http://www.w3.org/2000/svg'

/**
 * What makes a drawing more than a drawing, or undefined. Opened by itself, an SVG file is a page of the site: so
 * only plain elements and attributes pass, and addresses only into the drawing itself. Read as XML, with no
 * entities of its own, it means to every program what it means here.
 */
export function findDanger(svg: string): string | undefined {
  const text = svg.replace(/^\uFEFF/, '')
  let inStyle = false
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(text)
    if (!token) return `something that is not plain XML at character ${at + 1}`
    const [whole, closes, name, attributes = ''] = token
    if (/^<\?xml/.test(whole) && /encoding(?!\s*=\s*["'](?:utf-8|us-ascii)["'])/i.test(whole)) {
      return 'another encoding than UTF-8'
    }
    if (name === undefined) {
      if (inStyle && hasAddress(plain(whole))) return 'a style with an address'
      continue
    }
    // Elements of other languages, as drawing programs keep their notes in, draw nothing and run nothing.
    const local = name.replace(/^svg:/, '')
    if (!ELEMENTS.has(local) && !/^[\w-]+:[\w-]+$/.test(local)) return `the element ${name.slice(0, 40)}`
    if (local === 'style') inStyle = !closes
    for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      const danger = findInAttribute(key, plain(double ?? single ?? ''))
      if (danger) return danger
    }
  }
  return undefined
}

function findInAttribute(key: string, value: string): string | undefined {
  const local = key.replace(/^.*:/, '').toLowerCase()
  if (local.startsWith('on') || key === 'xml:base') return `the attribute ${key.slice(0, 40)}`
  if (/^xmlns(?::svg)?$/.test(key)) return value === SVG ? undefined : 'another language'
  if (key.startsWith('xmlns:'))
    return /xhtml|2000\/svg|mathml|xul/i.test(value) ? 'another language' : undefined
  const isLink = local === 'href' || local === 'src'
  const leads = isLink ? !/^(?:#|data:image\/(?:png|jpe?g|gif|webp);base64,)/i.test(value) : hasAddress(value)
  return leads ? `an address in ${key.slice(0, 40)}` : undefined
}

/** Styles may point into the drawing only; escapes could hide an address. */
function hasAddress(value: string): boolean {
  return /url\s*\(\s*["']?\s*(?!["'\s#])|@import|image-set|javascript:|\\/i.test(value)
}

/** Numbers for characters written out, as XML means them. */
function plain(value: string): string {
  return value.replace(/&#(?:x([\da-f]+)|(\d+));/gi, (_, hex: string, decimal: string) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : '\uFFFD'
  })
}
