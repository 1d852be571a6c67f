import type { FirstMessages } from './messages.ts'

/** What a model did to a note, and which; undefined where the note says nothing of one. */
export function writtenBy(
  { generated, translated, model }: { generated?: boolean; translated?: boolean; model?: string },
  messages: FirstMessages,
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
