import { ARTIFACT_VERSION, type Note, type NoteHead } from '../notes/index.ts'

type Part = Exclude<keyof Note, keyof NoteHead | 'version'>

/** What is read of a note when it is asked for. */
export type Parts = { readonly [P in Part]: () => Note[P] }

const Headed = class {
  constructor(head: NoteHead) {
    Object.assign(this, head)
  }
} as new (
  head: NoteHead,
) => NoteHead

/** A note beside others. What it says is made when it is asked for: that of all at once would be larger than all else. */
export class PlacedNote extends Headed implements Note {
  readonly version = ARTIFACT_VERSION
  readonly #head: NoteHead
  readonly #parts: Parts

  constructor(head: NoteHead, parts: Parts) {
    super(head)
    this.#head = head
    this.#parts = parts
  }

  get body() {
    return this.#parts.body()
  }

  get sections() {
    return this.#parts.sections()
  }

  get statementList() {
    return this.#parts.statementList()
  }

  get undated() {
    return this.#parts.undated()
  }

  get references() {
    return this.#parts.references()
  }

  get translations() {
    return this.#parts.translations()
  }

  get neighbours() {
    return this.#parts.neighbours()
  }

  /** All of it, as it lies in its file. */
  toJSON(): Note {
    const { version, body, sections, statementList, undated, references, translations, neighbours } = this
    const said = { body, sections, statementList, undated, references }
    return { version, ...this.#head, ...said, translations, neighbours }
  }
}
