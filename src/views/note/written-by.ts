import type { Messages } from '../../messages/index.ts'
import type { Provenance } from '../../notes/index.ts'

/** What a model did to the note, and which; undefined where the note says nothing of one. */
export function writtenBy(
  { generated, translated, model }: Provenance,
  messages: Messages,
): string | undefined {
  const what =
    generated && translated
      ? messages.generatedAndTranslated
      : generated
        ? messages.generated
        : translated
          ? messages.translated
          : undefined
  if (!model) return what
  return what ? messages.byModel(what, model) : messages.model(model)
}
