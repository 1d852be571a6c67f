import { benchAccuracy, benchGrowth, benchSize, benchSpeed } from './dates.ts'
import { benchSearch } from './search.ts'
import { benchTimeline } from './timeline.ts'

/** Every benchmark, each beside a named peer in the same run. Figures are only as good as the quiet of the machine. */
if (process.argv.includes('--help')) {
  console.log(
    'npm run bench [-- DIR]\n  Compares the date finder, the search and the timeline with their peers. DIR: a folder with dates/ and notes/ to measure on.',
  )
  process.exit(0)
}

const data = process.argv[2] ?? '../shared'
await benchSize()
await benchSpeed(data)
benchGrowth()
await benchAccuracy(data)
await benchSearch([100, 1000, 10_000])
await benchTimeline()
