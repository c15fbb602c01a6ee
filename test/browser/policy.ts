// The strictest Content-Security-Policy that a page with scripts can have.

/** No inline script or style, no eval, no blob, no data, no string into a DOM sink, nothing from elsewhere. */
export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join("; ");
