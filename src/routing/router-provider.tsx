import {
  Component,
  type ComponentType,
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useLayoutEffect,
  useState,
} from 'react'
import type { Place } from './place.ts'
import type { Router, Shown } from './router.ts'

// What changes with each move is apart from what never does: hundreds of links lean on the router alone.
const RouterContext = createContext<Router | undefined>(undefined)
const ShownContext = createContext<Shown | undefined>(undefined)
const LeavingContext = createContext(false)
const ErrorContext = createContext<unknown>(undefined)

export interface Frame {
  /** Stands around every screen, which is where its {@link Outlet} is. */
  Layout: ComponentType
  /** Stands in place of a screen that could not be had, or has failed; `useRouteError` says why. */
  Failure: ComponentType
  /** Stands until the first screen is there. */
  Waiting: ComponentType
}

const FrameContext = createContext<Frame | undefined>(undefined)

/** Shows the screens of a router in their frame. */
export function RouterProvider({ router, frame }: { router: Router; frame: Frame }) {
  const [shown, setShown] = useState(router.state)
  const [leaving, setLeaving] = useState(router.leaving)
  // In a transition: the last screen can be used until the next is ready.
  useLayoutEffect(() => {
    const show = () =>
      startTransition(() => {
        setShown(router.state())
        setLeaving(router.leaving())
      })
    show()
    return router.subscribe(show)
  }, [router])
  return (
    <RouterContext value={router}>
      <FrameContext value={frame}>
        <ShownContext value={shown}>
          <LeavingContext value={leaving}>
            <Whole shown={shown} frame={frame} />
          </LeavingContext>
        </ShownContext>
      </FrameContext>
    </RouterContext>
  )
}

function Whole({ shown: { component, failure, place }, frame }: { shown: Shown; frame: Frame }) {
  const { Layout, Failure, Waiting } = frame
  if (failure?.whole) return <Failed error={failure.error} Failure={Failure} />
  if (!component && !failure) return <Waiting />
  return (
    <Boundary Failure={Failure} place={place}>
      <Layout />
    </Boundary>
  )
}

/** Where the present screen stands. */
export function Outlet() {
  const { component: Screen, failure, place } = useShown()
  const { Failure } = useOf(FrameContext)
  if (failure || !Screen) return <Failed error={failure?.error} Failure={Failure} />
  return (
    <Boundary Failure={Failure} place={place}>
      <Screen key={place.pathname} />
    </Boundary>
  )
}

function Failed({ error, Failure }: { error: unknown; Failure: ComponentType }) {
  return (
    <ErrorContext value={error}>
      <Failure />
    </ErrorContext>
  )
}

interface Caught {
  place: Place
  failure?: { error: unknown } | undefined
}

/** Catches what fails while it is rendered, until the reader has moved on. */
class Boundary extends Component<{ Failure: ComponentType; place: Place; children: ReactNode }, Caught> {
  override state: Caught = { place: this.props.place }

  static getDerivedStateFromProps({ place }: { place: Place }, state: Caught): Caught | null {
    return place === state.place ? null : { place, failure: undefined }
  }

  static getDerivedStateFromError(error: unknown): Pick<Caught, 'failure'> {
    return { failure: { error } }
  }

  override render() {
    const { failure } = this.state
    const { Failure, children } = this.props
    return failure ? <Failed error={failure.error} Failure={Failure} /> : children
  }
}

function useOf<T>(context: React.Context<T | undefined>): T {
  const value = useContext(context)
  if (!value) throw new Error('this needs a RouterProvider around it')
  return value
}

export const useRouter = (): Router => useOf(RouterContext)
export const useShown = (): Shown => useOf(ShownContext)
/** Whether another screen is on its way. */
export const useLeaving = (): boolean => useContext(LeavingContext)
/** Why a screen is not there. */
export const useRouteError = (): unknown => useContext(ErrorContext)
