import { renderToString } from 'react-dom/server'
import { matchPath, parsePath, StaticRouter } from 'react-router'
import { libraryQuery, topicQuery } from '../library/index.ts'
import { loadInterface, messagesOf } from '../messages/index.ts'
import { direction, type Library, type RenderedPage } from '../notes/index.ts'
import { createReadingStore } from '../reading/index.ts'
import { fetchLate } from '../ui/index.ts'
import { createClient, Providers } from './providers.tsx'
import { fetchScreen } from './screens.tsx'
import { Site } from './site.tsx'

/**
 * Renders pages to strings, as the browser will show them first: nothing is known of the reader. Artifacts are asked
 * for by `fetch`. Addresses stand below the site's base path.
 * @throws whatever keeps a page from being rendered, and where there is no such page
 */
export function createRenderer(): (address: string, language: string) => Promise<RenderedPage> {
  const client = createClient()
  const reading = createReadingStore({
    storage: {
      keys: () => [],
      get: () => null,
      set: () => undefined,
      remove: () => undefined,
      onChange: () => () => undefined,
    },
    now: () => 0,
    later: () => () => undefined,
    scope: '',
  })
  const base = import.meta.env.BASE_URL
  return async (address, wanted) => {
    await fetchLate()
    const found = await loadInterface([wanted])
    const { pathname = '/', search = '' } = parsePath(address)
    await fetchScreen(client, { pathname, search }, { base, language: found.language })
    const markup = renderToString(
      <Providers client={client} reading={reading} language={found}>
        <StaticRouter basename={base} location={address}>
          <Site />
        </StaticRouter>
      </Providers>,
    )
    const topic = matchPath(`${base}topics/*`, pathname)?.params['*']
    const shelf = topic === undefined ? undefined : client.getQueryData(topicQuery(topic).queryKey)?.pages[0]
    // What one page needs alone is not kept for the next.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'note' || queryKey[0] === 'topic' })
    const { pages } = await client.ensureInfiniteQueryData(libraryQuery)
    return {
      ...apart(markup),
      holdings: shelf
        ? found.messages.noteCount(shelf.count)
        : holdingsOf(pages[0] as Library, found.language),
      language: found.language,
      direction: direction(found.language),
    }
  }
}

function holdingsOf({ count, statements, sources }: Library, language: string): string {
  const { noteCount, statementCount, sourceCount } = messagesOf(language)
  return [noteCount(count), statementCount(statements), sourceCount(sources)].join(' · ')
}

/** The title stands before all else, for the head of the page. */
function apart(markup: string): { body: string; title: string } {
  const [whole = '', title = ''] = /^<title>([^<]*)<\/title>/.exec(markup) ?? []
  return { body: markup.slice(whole.length), title }
}
