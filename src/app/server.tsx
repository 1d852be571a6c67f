import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { libraryQuery, topicQuery } from '../library/index.ts'
import { type Interface, loadInterface } from '../messages/index.ts'
import { direction, type Library, type RenderedPage } from '../notes/index.ts'
import { createReadingStore } from '../reading/index.ts'
import { createClient, Providers } from './providers.tsx'
import { routes } from './routes.tsx'

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
  let language = ''
  const handler = createStaticHandler(
    routes(client, () => language),
    { basename: import.meta.env.BASE_URL },
  )
  return async (address, wanted) => {
    const found = await loadInterface([wanted])
    language = found.language
    const context = await handler.query(new Request(new URL(address, 'http://localhost')))
    if (context instanceof Response) throw new Error(`${address} leads to ${context.status}`)
    const [failure] = Object.values(context.errors ?? {})
    if (failure) throw failure
    const markup = renderToString(
      <Providers client={client} reading={reading} language={found}>
        <StaticRouterProvider
          router={createStaticRouter(handler.dataRoutes, context)}
          context={context}
          hydrate={false}
        />
      </Providers>,
    )
    const topic = context.matches.at(-1)?.params['*']
    const shelf = topic === undefined ? undefined : client.getQueryData(topicQuery(topic).queryKey)?.pages[0]
    // What one page needs alone is not kept for the next.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] === 'note' || queryKey[0] === 'topic' })
    const { pages } = await client.ensureInfiniteQueryData(libraryQuery)
    return {
      ...apart(markup),
      holdings: shelf ? found.messages.noteCount(shelf.count) : holdingsOf(pages[0] as Library, found),
      language: found.language,
      direction: direction(found.language),
    }
  }
}

function holdingsOf({ count, statements, sources }: Library, { messages }: Interface): string {
  return [messages.noteCount(count), messages.statementCount(statements), messages.sourceCount(sources)].join(
    ' · ',
  )
}

/** The title stands before all else, for the head of the page. */
function apart(markup: string): { body: string; title: string } {
  const [whole = '', title = ''] = /^<title>([^<]*)<\/title>/.exec(markup) ?? []
  return { body: markup.slice(whole.length), title }
}
