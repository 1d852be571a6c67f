import { type SpawnOptions, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds between two looks at the memory. */
const EVERY = 200

export interface Run {
  /** Seconds. */
  seconds: number
  /** Megabytes of the process and all that it started, at their most; undefined where only Linux would tell. */
  peak: number | undefined
}

/** Runs a command to its end. @throws Error where it fails */
export async function measured(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Run> {
  const began = performance.now()
  const child = spawn(command, args, { stdio: 'ignore', ...options })
  let peak: number | undefined
  const timer = setInterval(() => {
    const now = memoryOf(child.pid as number)
    if (now !== undefined) peak = Math.max(peak ?? 0, now)
  }, EVERY)
  const code = await new Promise((ended) => child.on('exit', ended))
  clearInterval(timer)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - began) / 1000, peak }
}

/** What is shared is counted once. */
function memoryOf(pid: number): number | undefined {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'))?.[1]
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'latin1').split(' ').filter(Boolean),
    )
    return children.reduce((sum, child) => sum + (memoryOf(Number(child)) ?? 0), Number(kilobytes) / 1024)
  } catch {
    return undefined
  }
}
