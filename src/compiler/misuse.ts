/** The command was called in a way that it cannot serve: exit code 2. */
export class Misuse extends Error {
  readonly hint: string

  constructor(message: string, hint: string) {
    super(message)
    this.hint = hint
  }
}
