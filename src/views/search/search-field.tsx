import { type Ref, useId } from 'react'
import { useMessages } from '../../messages/index.ts'
import { LONGEST_QUERY } from '../../search/index.ts'

/**
 * Where one types. What an input method is still composing is shown, and not looked for.
 * @param onSought is told what to look for, as it is typed
 * @param onEnter is told that it is meant as it stands
 */
export function SearchField({
  text,
  field,
  hint,
  onText,
  onSought,
  onEnter,
}: {
  text: string
  field?: Ref<HTMLInputElement>
  /** The element that describes it. */
  hint: string
  onText: (text: string) => void
  onSought: (text: string) => void
  onEnter: () => void
}) {
  const messages = useMessages()
  const id = useId()
  return (
    <form
      className="search-field"
      onSubmit={(event) => {
        event.preventDefault()
        onEnter()
      }}
    >
      <label htmlFor={id} className="visually-hidden">
        {messages.searchLabel}
      </label>
      <input
        ref={field}
        id={id}
        type="search"
        data-begin
        value={text}
        onChange={({ target, nativeEvent }) => {
          onText(target.value)
          if (!(nativeEvent as InputEvent).isComposing) onSought(target.value)
        }}
        onCompositionEnd={({ currentTarget }) => onSought(currentTarget.value)}
        placeholder={messages.searchLabel}
        aria-describedby={hint}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={LONGEST_QUERY}
        dir="auto"
      />
    </form>
  )
}
