import { parseArgs } from 'node:util'
import { build, buildFile, check, dev, exportFound, start } from './commands.ts'
import { Misuse } from './misuse.ts'
import { BuildFailure } from './publish.ts'

const OPTIONS = {
  base: { type: 'string', default: '/' },
  content: { type: 'string', default: 'content' },
  format: { type: 'string', default: 'mentions' },
  help: { type: 'boolean', short: 'h', default: false },
  out: { type: 'string' },
  'single-file': { type: 'boolean', default: false },
  site: { type: 'string' },
  port: { type: 'string', default: '4173' },
} as const

// Who reads the output, such as `head`, may have seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

const USAGE: Record<string, string> = {
  start:
    'npm start [-- --content DIR] [--base PATH] [--port N]\n  Builds the site and serves it on localhost.',
  dev: 'npm run dev [-- --content DIR] [--port N]\n  Serves the site and renews it as notes change.',
  build:
    'npm run build [-- --content DIR] [--out DIR] [--base PATH | --site ADDRESS]\n  Writes the site as plain files for any static host. With its address, pages name their own, and there is a sitemap.\nnpm run build -- --single-file [--content DIR] [--out FILE]\n  Writes all of it as one page that opens from a folder: dateline.html.',
  check:
    'npm run check [-- DIR]\n  Lists the problems in the notes as file:line:column. Ends with 1 where one is an error.',
  export:
    'npm run --silent export [-- DIR] [--format mentions|statements|csv|ics|json|markwhen|timelinejs|csl-json|bibtex|ris]\n  Prints every date found in the notes, one JSON object per line; or every statement, or every source, for other programs.',
}

async function main([command = '', ...rest]: string[]): Promise<number> {
  const usage = USAGE[command]
  if (!usage) throw new Misuse(`“${command}” is not a command`, `Commands: ${Object.keys(USAGE).join(', ')}.`)
  const { values, positionals } = parse(rest)
  if (values.help) {
    console.log(usage)
    return 0
  }
  const content = positionals[0] ?? values.content
  const { out = values['single-file'] ? 'dateline.html' : 'dist' } = values
  switch (command) {
    case 'start':
      return start({ ...values, content, out, port: portOf(values.port) })
    case 'dev':
      return dev({ ...values, content, port: portOf(values.port) })
    case 'build':
      return values['single-file'] ? buildFile({ content, out }) : build({ ...values, content, out })
    case 'check':
      return check(content)
    default:
      return exportFound(content, values.format, Math.floor(Date.now() / 86_400_000))
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new Misuse((error as Error).message, 'Add --help to see what the command takes.')
  }
}

function portOf(written: string): number {
  const port = Number(written)
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Misuse(`“${written}” is not a port`, 'Write a number from 0 to 65535.')
  }
  return port
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof Misuse) {
    console.error(`${error.message}\n    ${error.hint}`)
    process.exitCode = 2
  } else if (error instanceof BuildFailure) {
    console.error(`${error.message}\n    ${error.hint}`)
    process.exitCode = 1
  } else throw error
}
