import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { BODY_TAGS } from '../notes/index.ts'

/** What a note's tree may hold when it is written. Links and images carry only the number of their address. */
const SCHEMA: Schema = {
  tagNames: [...BODY_TAGS],
  attributes: {
    '*': ['id', 'className', 'title', 'dateTime', 'data*', 'ariaLabel', 'ariaDescribedBy'],
    a: ['href'],
    img: ['alt'],
    input: ['checked', 'disabled', ['type', 'checkbox']],
    li: ['value'],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  strip: ['script', 'style'],
  // Ids are made by the program alone, each kind with a prefix of its own.
  clobber: [],
}

/** Leaves out every element and attribute that is not on the lists. */
export function rehypeSanitize() {
  return (root: Root): Root => sanitize(root, SCHEMA) as Root
}
