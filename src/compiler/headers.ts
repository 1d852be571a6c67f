/** The policy of the page: everything comes from the site itself, and nothing that a note says can run. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  // The one policy names the service worker: nothing else that runs comes from an address made up in the page.
  'trusted-types': 'worker',
}

/** Stands in every built page, for hosts that send no headers. */
export const metaPolicy = write(POLICY)

/** Sent by `npm start`, and by hosts that read `_headers`; framing can be forbidden by a header only. */
export const headers: Record<string, string> = {
  'Content-Security-Policy': write({ ...POLICY, 'frame-ancestors': "'none'" }),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': ['camera', 'geolocation', 'microphone', 'payment', 'usb']
    .map((feature) => `${feature}=()`)
    .join(', '),
}

/** The headers as Netlify and Cloudflare Pages read them. What is named after its content is never asked for again. */
export function headersFile(base: string): string {
  return [
    '/*',
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    `${base}assets/*`,
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ].join('\n')
}

function write(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ')
}
