import type { Page } from './test.ts'

interface AxNode {
  nodeId: string
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  value?: { value?: unknown }
  properties?: { name: string; value: { value?: unknown } }[]
  childIds?: string[]
}

/** Said where it begins and ends, each on a line of its own. */
const BLOCKS = new Set(
  'banner navigation main complementary contentinfo region search article dialog list table row group radiogroup blockquote form'.split(
    ' ',
  ),
)

/** Begins a line, and is said by what it holds. */
const LINES = new Set('paragraph listitem cell columnheader rowheader LineBreak term definition'.split(' '))

/** Said by its name, role and value, and not by what it holds. */
const NAMED = new Set(
  'link button heading image checkbox radio combobox textbox searchbox slider progressbar option DisclosureTriangle'.split(
    ' ',
  ),
)

const STATES = ['level', 'checked', 'pressed', 'expanded', 'disabled', 'hasPopup']

/**
 * The page as a screen reader says it from top to bottom: Chromium's accessibility tree in its order, a line for each
 * block; what can be acted upon in brackets, as `[name, role, value, states]`.
 */
export async function transcript(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page)
  const tree = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] }
  await session.detach()
  // The protocol leaves out what a slider says of its value.
  const texts = await page
    .locator('[role=slider]')
    .evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-valuetext')))
  for (const node of tree.nodes) {
    if (node.role?.value === 'slider' && !node.ignored) node.value = { value: texts.shift() }
  }
  return read(tree.nodes)
}

function read(nodes: readonly AxNode[]): string[] {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const lines: string[] = []
  let line = ''
  const end = () => {
    const said = line.replace(/\s+/g, ' ').trim()
    if (said) lines.push(said)
    line = ''
  }
  const visit = (node: AxNode) => {
    const role = node.ignored ? '' : (node.role?.value ?? '')
    const name = node.name?.value.trim() ?? ''
    if (role === 'StaticText') line += node.name?.value ?? ''
    else if (NAMED.has(role)) {
      if (role === 'heading') end()
      line += ` [${[name, role, saidValue(node), ...statesOf(node)].filter(Boolean).join(', ')}] `
      if (role === 'heading') end()
    } else {
      const ends = BLOCKS.has(role) || LINES.has(role)
      if (ends) end()
      if (BLOCKS.has(role)) lines.push(`<${[role, name].filter(Boolean).join(' ')}>`)
      for (const id of node.childIds ?? []) {
        const child = byId.get(id)
        if (child) visit(child)
      }
      if (ends) end()
      if (BLOCKS.has(role)) lines.push(`</${role}>`)
    }
  }
  const [root] = nodes
  if (root) visit(root)
  end()
  return lines
}

function saidValue({ role, value }: AxNode): string {
  return role?.value === 'heading' ? '' : String(value?.value ?? '')
}

function statesOf({ properties = [] }: AxNode): string[] {
  return STATES.flatMap((state) => {
    const value = properties.find(({ name }) => name === state)?.value.value
    return value === undefined || value === false || value === 'false' || value === ''
      ? []
      : [value === true || value === 'true' ? state : `${state} ${value}`]
  })
}
