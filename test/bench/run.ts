import { benchAccuracy, benchGrowth, benchSize, benchSpeed } from './dates.ts'
import { benchSearch } from './search.ts'
import { benchSites } from './site.ts'
import { benchTimeline } from './timeline.ts'

/** Every benchmark, each beside a named peer in the same run. Figures are only as good as the quiet of the machine. */
if (process.argv.includes('--help')) {
  console.log(
    'npm run bench [-- DIR]\n  Compares the date finder, the search, the timeline and whole sites with their peers. DIR: a folder with dates/ and notes/ to measure on.\nnpm run bench -- --sites 100,1000\n  Builds and reads libraries of so many notes only. Fetches VitePress and Lighthouse from the npm registry, for this run.',
  )
  process.exit(0)
}

const sites = process.argv.indexOf('--sites')
if (sites > 0) {
  await benchSites((process.argv[sites + 1] ?? '100').split(',').map(Number))
  process.exit()
}

const data = process.argv[2] ?? '../shared'
await benchSize()
await benchSpeed(data)
benchGrowth()
await benchAccuracy(data)
await benchSearch([100, 1000, 10_000])
await benchTimeline()
await benchSites([100, 1000])
