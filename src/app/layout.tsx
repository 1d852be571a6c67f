import { type ReactNode, useDeferredValue, useRef, useState } from 'react'
import { useLocation, useMatch, useRoutes } from 'react-router'
import { useFirstMessages } from '../messages/index.ts'
import { paths } from '../notes/index.ts'
import { useReading } from '../reading/index.ts'
import { Awaited, Icon, Link, useLeaving } from '../ui/index.ts'
import { Sidebar } from '../views/topics/index.ts'
import { AppearanceButton } from './appearance-button.tsx'
import { Keys } from './keys.tsx'
import { more } from './late.ts'
import { SearchKey } from './search-key.tsx'

/** The frame around every screen: wordmark, pages, topics; a drawer and a bottom bar where there is less room. */
export function Layout({ children }: { children: ReactNode }) {
  const messages = useFirstMessages()
  const drawer = useRef<HTMLDialogElement>(null)
  const [open, setOpen] = useState(false)
  const openDrawer = () => {
    setOpen(true)
    drawer.current?.showModal()
  }
  return (
    <div className="site">
      <a className="skip" href="#main">
        {messages.skip}
      </a>
      <header className="masthead">
        <button type="button" className="bare menu" onClick={openDrawer} aria-label={messages.openTopics}>
          <Icon shape="menu" />
        </button>
        <Link className="wordmark" to={paths.start}>
          Dateline
        </Link>
        <nav className="pages" aria-label={messages.navigation}>
          <PageLink to={paths.timeline()}>{messages.timeline}</PageLink>
          <PageLink to={paths.sources}>{messages.sources}</PageLink>
          <PageLink to={paths.search()}>{messages.search}</PageLink>
        </nav>
        <AppearanceButton />
      </header>
      <div className="column">
        <TopicsBeside />
      </div>
      <Main>{children}</Main>
      <nav className="bottom-bar" aria-label={messages.navigation}>
        <button type="button" onClick={openDrawer}>
          <Icon shape="notes" />
          {messages.notes}
        </button>
        <PageLink to={paths.start} end>
          <Icon shape="start" />
          {messages.start}
        </PageLink>
        <PageLink to={paths.timeline()}>
          <Icon shape="timeline" />
          {messages.timeline}
        </PageLink>
        <PageLink to={paths.sources}>
          <Icon shape="sources" />
          {messages.sources}
        </PageLink>
        <PageLink to={paths.search()}>
          <Icon shape="search" />
          {messages.search}
        </PageLink>
      </nav>
      <dialog ref={drawer} className="drawer" aria-label={messages.topics} onClose={() => setOpen(false)}>
        <button
          type="button"
          className="bare"
          aria-label={messages.close}
          onClick={() => drawer.current?.close()}
        >
          <Icon shape="close" />
        </button>
        {open && <Sidebar onFollow={() => drawer.current?.close()} />}
      </dialog>
      <Keys />
      <SearchKey />
    </div>
  )
}

function Main({ children }: { children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} aria-busy={useLeaving()}>
      <Troubles />
      {children}
    </main>
  )
}

/** Says what keeps the browser from remembering. */
function Troubles() {
  const trouble = useReading((state) => state.trouble)
  return (
    <div role="status" className="trouble">
      {trouble && (
        <Awaited part={more} onGone={() => undefined}>
          {({ StorageTrouble }) => <StorageTrouble trouble={trouble} />}
        </Awaited>
      )}
    </div>
  )
}

/** A link of the frame, which says where one is. `end`: nothing below it counts as it. */
function PageLink({ to, end = false, children }: { to: string; end?: boolean; children: ReactNode }) {
  const isHere = useMatch({ path: to, end }) !== null
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  )
}

const TOPICS = [{ path: '*', element: <Sidebar /> }]

/** A long list: it shows where the reader has gone once that is there. */
function TopicsBeside() {
  return useRoutes(TOPICS, useDeferredValue(useLocation()))
}
