const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const

/** A number of bytes in words, rounded as one speaks of it. */
export function formatBytes(bytes: number, language: string): string {
  const power = bytes < 1e6 ? 1 : bytes < 1e9 ? 2 : 3
  const value = bytes / 1000 ** power
  return new Intl.NumberFormat(language, {
    style: 'unit',
    numberingSystem: 'latn',
    unit: UNITS[power - 1] as string,
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}
