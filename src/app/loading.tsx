import { useFirstMessages } from '../messages/index.ts'

/** Shown by the style sheet only after a moment: most loads are over before. */
export function Loading() {
  return (
    <p className="loading" role="status">
      {useFirstMessages().loading}
    </p>
  )
}
