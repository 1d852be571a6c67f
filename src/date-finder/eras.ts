/** The year before the first of the Republic of China. */
export const MINGUO = 1911

/**
 * Eras by the year before their first, as a language has them, from a list of their names, each with its first year:
 * a line a century, which leads it, so that two digits are enough. 14 永享29 is of 1429, -2 元狩79 of 122 BC.
 */
export function erasOf(firstYears: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    firstYears
      .trim()
      .split('\n')
      .flatMap((line) =>
        [...line.matchAll(/(\p{L}{1,9})(\d\d)/gu)].map(([, name, year]): [number, string] => [
          Number.parseInt(line, 10) * 100 + Number(year) - 1,
          name as string,
        ]),
      ),
  )
}
