import { BUILD_HEADER, INLINED } from '../notes/index.ts'
import type { Came } from './names.ts'

const BASE = import.meta.env.BASE_URL
/** How often a page that stays open looks for a new build when it is come back to; milliseconds. */
const LOOK_EVERY = 3_600_000

/** Under the policy of the page, an address that runs needs to be vouched for. */
interface WithTrustedTypes {
  trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL: () => string },
    ): { createScriptURL(address: string): string }
  }
}

let started: Promise<void> | undefined

/** Starts the service worker, and hands it what the page has loaded without it. Browsers without one do nothing. */
export function registerWorker(): Promise<void> {
  started ??= start()
  return started
}

async function start(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker) return
  const address = `${BASE}worker.js`
  const trusted = (window as WithTrustedTypes).trustedTypes
    ?.createPolicy('worker', { createScriptURL: () => address })
    .createScriptURL(address)
  const isFirst = !serviceWorker.controller
  // One that is on its way already may be there before it is registered.
  const controlled = new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
  const registration = await serviceWorker.register(trusted ?? address, { scope: BASE })
  let looked = Date.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - looked < LOOK_EVERY) return
    looked = Date.now()
    registration.update().catch(() => undefined)
  })
  if (isFirst) await controlled
  await seeAgain()
}

/**
 * Hands the worker what came within the page, so that it is there offline as well. False where that is not what the site
 * has now: the page was kept by a cache, or the site renewed as it was loaded.
 */
export async function handOver(): Promise<boolean> {
  const inlined = document.querySelector<HTMLElement>(INLINED)
  const { controller } = navigator.serviceWorker ?? {}
  const { build } = document.documentElement.dataset
  const path = inlined?.dataset.path
  if (!controller || !build || !path) return true
  const came: Came = { build, path, text: inlined.textContent ?? '' }
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true)
  })
  controller.postMessage(came, [port2])
  return answer
}

/**
 * What was loaded before the worker was there is asked for through it; most of it has not to be moved again. It may have
 * come between two requests of the page.
 */
async function seeAgain(): Promise<void> {
  const top = new URL(BASE, location.href).href
  const { build } = document.documentElement.dataset
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  for (const { name, workerStart } of loaded) {
    if (workerStart > 0) continue
    if (!/^(?:data|files|assets)\//.test(name.startsWith(top) ? name.slice(top.length) : '')) continue
    await fetch(name, { headers: build ? { [BUILD_HEADER]: build } : {} }).catch(() => undefined)
  }
}
