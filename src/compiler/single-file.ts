import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { direction, paths } from '../notes/index.ts'
import { artifactFiles } from './artifact-files.ts'
import { inert } from './inert.ts'
import { Misuse } from './misuse.ts'
import { BuildFailure } from './publish.ts'
import type { Site } from './site.ts'

/** Bytes. A browser reads the whole file before it shows anything: at ten times this it takes seconds. */
const LARGE = 10_000_000
const LARGEST = 100_000_000
/** Of all images together; the smallest come first. */
const IMAGES = 5_000_000

/** By this a file is known that may be replaced. */
const MARK = '<meta name="generator" content="Dateline, single file">'

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** What was written: its size, and what is to be said of it. */
export interface Written {
  bytes: number
  remarks: string[]
}

/** @throws Misuse where a file stands there that is none of ours */
export function checkFile(out: string): void {
  const hint = 'Name a new file with --out.'
  if (!/\.html?$/.test(out))
    throw new Misuse(`“${out}” is not the name of a page`, 'Give it a name that ends with .html.')
  if (!existsSync(dirname(resolve(out)))) throw new Misuse(`there is no folder ${dirname(out)}`, hint)
  if (!existsSync(out)) return
  if (!statSync(out).isFile() || !readFileSync(out, 'utf8').slice(0, 2000).includes(MARK)) {
    throw new Misuse(`${out} is there already, and Dateline did not write it`, hint)
  }
}

/**
 * Writes a library and the program as one page that needs nothing else, in the place of the one before only when it is
 * whole. `program`: the folder of what was built for it.
 * @throws Misuse where it would be too large for any browser, BuildFailure where it cannot be written
 */
export function writeSingleFile(site: Site, program: string, out: string): Written {
  const { images, left } = inlineImages(site)
  const artifacts: Record<string, string> = Object.fromEntries(artifactFiles(site.compiled))
  const library =
    `{"artifacts":{${Object.entries(artifacts).map(([path, text]) => `${JSON.stringify(path)}:${text}`)}},` +
    `"images":${JSON.stringify(images)}}`
  const page = pageOf(program, library, site.compiled.notes[0]?.language ?? 'en')
  const bytes = Buffer.byteLength(page)
  if (bytes > LARGEST) {
    throw new Misuse(
      `the file would take ${inMegabytes(bytes)}, more than a browser opens with ease`,
      'Build a folder, without --single-file, or name fewer notes with --content.',
    )
  }
  const making = `${out}.${process.pid}`
  try {
    writeFileSync(making, page)
    renameSync(making, out)
  } catch (error) {
    rmSync(making, { force: true })
    throw new BuildFailure(`the file could not be written: ${(error as Error).message}`)
  }
  return {
    bytes,
    remarks: [
      ...(left > 0 ? [`${left} images are left out: together they would take more than 5 MB.`] : []),
      ...(bytes > LARGE
        ? ['A file as large as this opens slowly; a folder, without --single-file, does not.']
        : []),
    ],
  }
}

export function inMegabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function inlineImages({ folder, images }: Site): { images: Record<string, string>; left: number } {
  const bySize = images
    .map((path) => ({ path, size: statSync(join(folder, path)).size }))
    .sort((a, b) => a.size - b.size)
  const inlined: Record<string, string> = {}
  let size = 0
  for (const image of bySize) {
    size += image.size
    if (size > IMAGES) break
    const type = TYPES[extname(image.path).toLowerCase()] ?? 'application/octet-stream'
    const content = readFileSync(join(folder, image.path)).toString('base64')
    inlined[paths.file(image.path)] = `data:${type};base64,${content}`
  }
  return { images: inlined, left: images.length - Object.keys(inlined).length }
}

/** What stands in the page cannot end the element that it stands in. */
function pageOf(program: string, library: string, language: string): string {
  const read = (name: string) => readFileSync(join(program, name), 'utf8')
  const within = (script: string) => script.replace(/<(?=\/script|!--)/gi, '\\x3C')
  const scripts = {
    before: within(read('before-paint.js')),
    program: within(read('program.js')),
  }
  const style = read('style.css')
  const icon = `data:image/svg+xml;base64,${Buffer.from(read('icon.svg')).toString('base64')}`
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(scripts.before)} ${hashOf(scripts.program)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="${language}" dir="${direction(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
${MARK}
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<script>${scripts.before}</script>
<link rel="icon" href="${icon}">
<title>Dateline</title>
<style>${style}</style>
</head>
<body>
<div id="root"></div>
<noscript>Dateline needs JavaScript to show the notes.</noscript>
<script type="application/json" id="library">${inert(library)}</script>
<script type="module">${scripts.program}</script>
</body>
</html>
`
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}
