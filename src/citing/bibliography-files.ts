/** The formats that sources can be taken along in: for each its name, and its file's ending and type. */
export const FORMATS = {
  'csl-json': { name: 'CSL-JSON', ending: 'json', type: 'application/vnd.citationstyles.csl+json' },
  bibtex: { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex' },
  ris: { name: 'RIS', ending: 'ris', type: 'application/x-research-info-systems' },
} as const

/** Sources in each format, as files of one name. `write` is asked for what stands in one when it is wanted. */
export function bibliographyFiles(name: string, write: (format: BibliographyFormat) => Promise<string>) {
  return Object.entries(FORMATS).map(([format, { name: label, ending, type }]) => {
    return { label, file: `${name}.${ending}`, type, text: () => write(format as BibliographyFormat) }
  })
}

export type BibliographyFormat = keyof typeof FORMATS
