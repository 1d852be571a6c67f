import { Component, type ReactNode } from 'react'
import { Failure } from './failure.tsx'

interface State {
  at: string
  failure?: { error: unknown } | undefined
}

/** Keeps a failure within the screen that it happened on; `at`: where that is. */
export class Boundary extends Component<{ at: string; children: ReactNode }, State> {
  override state: State = { at: this.props.at }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failure: { error } }
  }

  /** Another place is tried anew. */
  static getDerivedStateFromProps({ at }: { at: string }, last: State): State | null {
    return at === last.at ? null : { at, failure: undefined }
  }

  override render() {
    const { failure } = this.state
    return failure ? <Failure error={failure.error} /> : this.props.children
  }
}
