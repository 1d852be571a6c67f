export { browserHistory, memoryHistory } from './history.ts'
export { Link, NavLink } from './link.tsx'
export { createRouter, type Router, type Screen } from './router.ts'
export { type Frame, Outlet, RouterProvider, useLeaving, useRouteError } from './router-provider.tsx'
export { ScrollRestoration } from './scroll-restoration.tsx'
export {
  useHref,
  useLocation,
  useMatch,
  useNavigate,
  useNavigationType,
  useParams,
  useSearchParams,
} from './use-place.ts'
