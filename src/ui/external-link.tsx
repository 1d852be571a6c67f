import type { ReactNode } from 'react'
import { useFirstMessages, useLanguage } from '../messages/index.ts'

/** A link that leaves the site: in a new tab, telling the other site nothing of this one. */
export function ExternalLink({
  href,
  title,
  lang,
  onFollow,
  children,
}: {
  href: string
  /** Where it leads, for those who point at it. */
  title?: string | undefined
  /** BCP 47: of what it holds. */
  lang?: string | undefined
  /** Called as the reader goes, by whatever button. */
  onFollow?: (() => void) | undefined
  children: ReactNode
}) {
  const { newTab } = useFirstMessages()
  const language = useLanguage()
  return (
    <a
      className="external"
      href={href}
      title={title}
      target="_blank"
      rel="noopener noreferrer"
      onClick={onFollow}
      onAuxClick={onFollow}
    >
      <span className="leaving" lang={lang} dir="auto">
        {children}
      </span>
      <span className="visually-hidden" lang={language} dir="auto">
        {` (${newTab})`}
      </span>
    </a>
  )
}
