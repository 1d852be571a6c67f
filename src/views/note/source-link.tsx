import type { ReactNode } from 'react'
import { useFirstMessages } from '../../messages/index.ts'
import { leadsTo, sourceKey } from '../../notes/index.ts'
import { useReading, useReadingStore } from '../../reading/index.ts'
import { ExternalLink } from '../../ui/index.ts'

/** A link of the note to another site: says where it leads, and is remembered once it is followed. */
export function SourceLink({
  slug,
  href,
  lang,
  children,
}: {
  slug: string
  href: string
  /** Of what it holds, where that is not the language around it. */
  lang?: string
  children: ReactNode
}) {
  const messages = useFirstMessages()
  const store = useReadingStore()
  return (
    <ExternalLink
      href={href}
      lang={lang}
      title={`${messages.leadsTo} ${leadsTo(href)}`}
      onFollow={() => store.follow(slug, sourceKey(href))}
    >
      {children}
    </ExternalLink>
  )
}

/** Says of a source that the reader has followed it, from whatever note. */
export function Followed({ url }: { url: string | undefined }) {
  const { followed: word } = useFirstMessages()
  const followed = useReading((state) => url !== undefined && state.followed.has(sourceKey(url)))
  return followed && <span className="followed">{word}</span>
}
