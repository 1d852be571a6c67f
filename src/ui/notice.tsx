import type { ReactNode } from 'react'

/** A page that says why there is nothing to see, and offers ways on. */
export function Notice({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <div className="notice">
      <title>{title}</title>
      <h1 tabIndex={-1}>{title}</h1>
      {lead && <p>{lead}</p>}
      {children && <p className="ways">{children}</p>}
    </div>
  )
}
