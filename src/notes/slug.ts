/**
 * A readable, stable part of an address: letters and digits of any script, the rest as single hyphens.
 * @example slugify('蔡崇信谈人工智能 (2025)') //=> '蔡崇信谈人工智能-2025'
 */
export function slugify(text: string): string {
  return (
    text
      .slice(0, 1000)
      .toLowerCase()
      .normalize('NFC')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 80)
      // Half a character may be left at the cut.
      .replace(/\p{Cs}$/u, '')
      .replace(/-$/, '')
  )
}

/** The anchor of a section. Its prefix keeps it apart from other anchors, and from the names that scripts know. */
export function sectionAnchor(title: string): string {
  return `h-${slugify(title) || 'section'}`
}

/** Gives each wanted name once: the second asker gets `name-2`. Empty names become `fallback`. */
export function uniqueNames(fallback: string): (wanted: string) => string {
  const taken = new Map<string, number>()
  return (wanted) => {
    const name = wanted || fallback
    let n = taken.get(name) ?? 0
    let unique = name
    do {
      n += 1
      unique = n === 1 ? name : `${name}-${n}`
    } while (taken.has(unique) && n > 1)
    taken.set(name, n)
    taken.set(unique, Math.max(taken.get(unique) ?? 0, 1))
    return unique
  }
}

/** A short hash of a text (FNV-1a, twice, in base 36): for anchors and revisions, not for security. */
export function shortHash(text: string): string {
  let a = 0x811c9dc5
  let b = 0x1000193
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ code, 0x85ebca6b)
  }
  return (a >>> 0).toString(36).padStart(7, '0').slice(-5) + (b >>> 0).toString(36).padStart(7, '0').slice(-5)
}
