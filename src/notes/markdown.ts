import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/**
 * The Markdown tree of a note (CommonMark and GFM). Its offsets are those of the raw file: what stands before
 * `bodyStart` (byte order mark, front matter) is blanked, not cut.
 */
export function parseMarkdown(raw: string, bodyStart: number): Root {
  const blank = raw.slice(0, bodyStart).replace(/[^\r\n]/g, ' ')
  return fromMarkdown(blank + raw.slice(bodyStart), {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  })
}
