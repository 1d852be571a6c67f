/** A library that came with the page, as one file: nothing is asked for then. */
export interface Held {
  /** By their paths below the base. */
  artifacts: Readonly<Record<string, unknown>>
  /** As addresses that hold the image itself, by their addresses in the notes. */
  images: Readonly<Record<string, string>>
}

interface Holding {
  artifacts: ReadonlyMap<string, unknown>
  images: ReadonlyMap<string, string>
}

let held: Holding | undefined

/** Takes what stands in the page for the library, before anything is asked for. */
export function holdLibrary({ artifacts, images }: Held): void {
  held = { artifacts: new Map(Object.entries(artifacts)), images: new Map(Object.entries(images)) }
}

/** The artifacts that came with the page; undefined where they have to be asked for. */
export function heldArtifacts(): ReadonlyMap<string, unknown> | undefined {
  return held?.artifacts
}

/** Where an image of the notes is to be had, by its address in them; nowhere, where it was too large to come along. */
export function imageAddress(address: string): string | undefined {
  return held ? held.images.get(address) : import.meta.env.BASE_URL.replace(/\/$/, '') + address
}
