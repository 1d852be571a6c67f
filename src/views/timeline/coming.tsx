import type { UseQueryResult } from '@tanstack/react-query'
import { useLanguage, useMessages } from '../../messages/index.ts'

/** What is on its way, or could not be had. */
export interface Arrival {
  loading: boolean
  /** Tries again what could not be had; undefined where nothing failed. */
  retry: (() => void) | undefined
}

/** How far several queries have come. */
export function arrivalOf(
  results: readonly Pick<UseQueryResult, 'isPending' | 'isError' | 'isFetching' | 'refetch'>[],
): Arrival {
  const failed = results.filter(({ isError, isFetching }) => isError && !isFetching)
  return {
    loading: results.some(({ isPending, isError, isFetching }) => isPending || (isError && isFetching)),
    retry: failed.length > 0 ? () => failed.forEach(({ refetch }) => void refetch()) : undefined,
  }
}

/** Says that statements are on their way, or that some could not be had, with a way to try again. */
export function Coming({ loading, retry }: Arrival) {
  const messages = useMessages()
  return (
    <>
      {retry && (
        <p className="ways" role="alert">
          {messages.tilesMissing}{' '}
          <button type="button" onClick={retry}>
            {messages.tryAgain}
          </button>
        </p>
      )}
      {loading && <p className="further">{messages.loading}</p>}
    </>
  )
}

/** How far something has come that reads many statements, and a way to end it there. */
export function Underway({
  label,
  read,
  all,
  onStop,
}: {
  label: string
  read: number
  all: number
  onStop: () => void
}) {
  const messages = useMessages()
  const language = useLanguage()
  const words = messages.readOf(
    new Intl.NumberFormat(language, { numberingSystem: 'latn' }).format(read),
    messages.statementCount(all),
  )
  return (
    <p className="underway">
      <progress value={read} max={all} aria-label={label} aria-valuetext={words} />
      <span aria-hidden="true">{words}</span>
      <button type="button" onClick={onStop}>
        {messages.stop}
      </button>
    </p>
  )
}
