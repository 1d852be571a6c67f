import { describe, expect, it } from 'vitest'
import { compileNote } from '../../src/compiler/compile-note.ts'

const found = (body: string, language = 'de') => {
  const raw = `---\nlang: ${language}\n---\n${body}`
  return compileNote('a.md', raw).mentions.map(({ rawStart, rawEnd }) => raw.slice(rawStart, rawEnd))
}

describe('days at the head of a list item', () => {
  it('are not taken for its number in German, in bullets and in numbered lists', () => {
    expect(found('- 4. Oktober 1957: Sputnik\n- 22. Februar 1978: Navstar')).toEqual([
      '4. Oktober 1957',
      '22. Februar 1978',
    ])
    expect(found('1. 4. Apr. 2000, **20 Uhr**\n2. 2. Mai 2000')).toEqual(['4. Apr. 2000', '2. Mai 2000'])
  })

  it('are not taken for it where the month is a number too', () => {
    expect(found('- 22. 10. 2024: Netz\n- 20. 4. 45 Beschuss')).toEqual(['22. 10. 2024', '20. 4. 45'])
    expect(found('3. 12. 1888 A\n19. 5. 1889 B')).toEqual(['3. 12. 1888', '19. 5. 1889'])
    expect(found('- 3. Quartal 2024: A\n- 4. Quartal 2024: B')).toEqual([
      '3. Quartal 2024',
      '4. Quartal 2024',
    ])
    expect(found('1. 2. 10 Leute\n2. 3. 12 Leute')).toEqual([])
  })

  it('are not counted on from the first of them', () => {
    const { body } = compileNote('a.md', '---\nlang: de\n---\n12. Mai 2020: A\n3. Juni 2021: B')
    expect(JSON.stringify(body)).toMatch(/"ul".*"12\. Mai 2020".*"3\. Juni 2021"/)
  })

  it('are no numbers of months, of other words, or of languages that write no full stop behind days', () => {
    expect(found('1. Januar 2020\n2. Februar 2020')).toEqual(['Januar 2020', 'Februar 2020'])
    expect(found('4. Maigret 1931\n5. Mai 1931')).toEqual(['1931', 'Mai 1931'])
    expect(found('4. May 2020\n9. June 2020', 'en')).toEqual(['May 2020', 'June 2020'])
  })
})
