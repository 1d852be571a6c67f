import './styles/index.css'
import { UNSAFE_createHashHistory as createHashHistory } from 'react-router'
import { mount } from './app/index.ts'
import { type Held, holdLibrary } from './library/index.ts'

/** The program in one file with its library: opened from a folder, where addresses have no paths of their own. */
holdLibrary(JSON.parse(document.getElementById('library')?.textContent ?? '{}') as Held)
const root = document.getElementById('root') as HTMLElement
const history = await mount(root, {
  createHistory: () => createHashHistory({ v5Compat: true }),
  base: '/',
  scope: location.pathname,
})

// An anchor of the screen is not the whole of an address here.
addEventListener('click', (event) => {
  const hash = (event.target as Element).closest('a[href^="#"]:not([href^="#/"])')?.getAttribute('href')
  if (!hash || event.defaultPrevented) return
  event.preventDefault()
  const { pathname, search } = history.location
  history.push({ pathname, search, hash })
})
