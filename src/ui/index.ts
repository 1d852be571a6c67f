export { ExternalLink } from './external-link.tsx'
export { Icon } from './icon.tsx'
export { MarkedText } from './marked-text.tsx'
export { Notice } from './notice.tsx'
