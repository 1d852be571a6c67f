import { describe, expect, it } from 'vitest'
import { parseIso } from '../../src/calendar/index.ts'
import { dateInAddress } from '../../src/notes/address-dates.ts'
import { normaliseAddress, safeAddress, siteOf } from '../../src/notes/addresses.ts'
import { addressAsTitle } from '../../src/notes/titles.ts'

describe('an address', () => {
  it.each([
    ['https://A.example:443/b/', 'https://a.example/b'],
    ['http://a.example:80/b//', 'https://www.a.example/b'],
    ['http://a.example/b?utm_source=x&id=1&fbclid=y', 'https://a.example/b?id=1'],
    ['https://a.example/b#part', 'https://a.example/b'],
    ['https://a.example/b#:~:text=so%20it%20is', 'https://a.example/b'],
    ['https://en.m.wikipedia.org/wiki/Paper', 'https://en.wikipedia.org/wiki/Paper'],
    ['https://m.a.example/b/amp/', 'https://a.example/b'],
    ['https://www.google.com/amp/s/a.example/b', 'https://a.example/b'],
    ['https://a-example.cdn.ampproject.org/c/s/a.example/b.amp.html', 'https://a.example/b.html'],
    ['https://mobile.twitter.com/a/status/1?s=20', 'https://x.com/a/status/1'],
    ['https://web.archive.org/web/20250101000000/https://a.example/b?id=1', 'https://a.example/b?id=1'],
    ['https://web.archive.org/web/2025if_/http://www.a.example/b/', 'https://a.example/b'],
    ['https://youtu.be/abc?t=3', 'https://www.youtube.com/watch?v=abc&t=90s'],
  ])('%s is the same source as %s', (one, other) => {
    expect(normaliseAddress(one)).toBe(normaliseAddress(other))
  })

  it.each([
    ['https://a.example/b?id=1', 'https://a.example/b?id=2'],
    ['https://a.example/#/one', 'https://a.example/#/two'],
    ['https://m.example/a', 'https://example/a'],
    ['https://a.example:8080/', 'https://a.example/'],
    ['https://a.example/B', 'https://a.example/b'],
  ])('%s is another source than %s', (one, other) => {
    expect(normaliseAddress(one)).not.toBe(normaliseAddress(other))
  })

  it.each([
    ['https://a.example/2025/10/09/x', '2025-10-09'],
    ['https://a.example/2025/sep/17/x', '2025-09-17'],
    ['https://a.example/x-says-y-2025-09-18/', '2025-09-18'],
    ['https://a.example/news/202510092039/x', '2025-10-09'],
    ['https://x.com/a/status/1904438237554515976', '2025-03-25'],
    ['https://twitter.com/a/statuses/1904438237554515976', '2025-03-25'],
    ['https://social.example/@ann/109302436954721982', '2022-11-07'],
    ['https://www.tiktok.com/@a/video/7300000000000000000', '2023-11-11'],
  ])('%s holds the day %s', (address, iso) => {
    expect(dateInAddress(address)).toBe(parseIso(iso))
  })

  it.each([
    'https://a.example/article/3314070/x',
    'https://a.example/2025/13/40/',
    'https://a.example/20259999/',
    'https://a.example/2025/october/09/',
    'https://a.example/status/1904438237554515976',
    'https://x.com/a/status/11111111111111111111',
  ])('%s holds no day', (address) => {
    expect(dateInAddress(address)).toBeUndefined()
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    'ftp://a.example',
    'https://',
    'java\tscript:x',
    'https://user:secret@a.example/',
    'https://bank.example@a.example/',
    `https://a.example/${'x'.repeat(9000)}`,
  ])('%j is not safe', (address) => {
    expect(safeAddress(address)).toBeUndefined()
  })

  it('of two thousand characters is safe, and short where it is its own title', () => {
    const address = safeAddress(`https://a.example/${'x'.repeat(1980)}`) as string
    expect(address.length).toBe(1998)
    expect(addressAsTitle(address).length).toBeLessThan(130)
  })

  it('of another script keeps what tells it from its look-alike', () => {
    expect(siteOf(safeAddress('https://аpple.example/') as string)).toMatch(/^xn--/)
  })

  it('does not turn a line around where it is its own title', () => {
    expect(addressAsTitle('https://a.example/%E2%80%AEfdp.exe')).toBe('a.example/%E2%80%AEfdp.exe')
  })
})
