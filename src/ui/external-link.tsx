import type { ReactNode } from 'react'
import { useMessages } from '../messages/index.ts'

/** A link that leaves the site: in a new tab, telling the other site nothing of this one. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const { newTab } = useMessages()
  return (
    <a className="external" href={href} target="_blank" rel="noopener noreferrer">
      <span className="leaving" dir="auto">
        {children}
      </span>
      <span className="visually-hidden"> ({newTab})</span>
    </a>
  )
}
