import { Drawing } from '../../../ui/index.ts'

/** At the end of words that the reader has highlighted. */
export function RemarkSign() {
  return <Drawing path="M3.500 4.500h13v9h-7l-3.500 3v-3h-2.500z" />
}
